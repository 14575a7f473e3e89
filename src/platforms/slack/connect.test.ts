import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { text, type View } from "../../chat/view.ts";
import { sampleRouter } from "../../testing/contracts/sample.ts";
import { type SlackPeer, slackPeer } from "../../testing/peers/slack.ts";

const digest: View = { title: "Digest", blocks: [text("three things")] };

let peer: SlackPeer;
afterEach(async () => {
  await peer.platform.stop();
  await peer.close();
});
const called = () => peer.stand.world.calls.map(({ method }) => method);

test("a process that only posts asks who it is, once, and opens no connection", async () => {
  peer = await slackPeer();
  await peer.platform.connect();
  await peer.platform.connect();
  await peer.platform.post(peer.channel, digest);
  expect(called()).toEqual(["auth.test", "chat.postMessage"]);
  expect(peer.stand.socket()).toBeUndefined();
});

test("it takes no port, though Slack would call on one", async () => {
  peer = await slackPeer({ mode: "http" });
  await peer.platform.connect();
  const { port } = new URL(peer.requestUrl);
  const server = createServer().listen(Number(port), "127.0.0.1");
  await once(server, "listening");
  server.close();
});

test("it knows nobody's account before it is connected, nor after it has stopped", async () => {
  peer = await slackPeer();
  const account = () => peer.platform.accountOf({ id: "p", accounts: [peer.ana] });
  const away = expect.objectContaining({ why: "not-sent", code: "not_connected" });
  expect(account).toThrow(away);
  await peer.platform.connect();
  expect(account()).toEqual(peer.ana);
  await peer.platform.stop();
  expect(account).toThrow(away);
  await expect(peer.platform.post(peer.channel, digest)).rejects.toEqual(away);
});

test("started after that, it asks nothing twice and hears", async () => {
  peer = await slackPeer();
  await peer.platform.connect();
  await peer.platform.start(sampleRouter(peer.ana));
  expect(called()).toEqual(["auth.test"]);
  await peer.says(peer.ana, peer.channel, "/hello there");
  expect((await peer.sees(peer.ana, peer.channel)).at(-1)?.text).toContain("Ana: there");
});

test("with a token that Slack does not take says how to mend it", async () => {
  peer = await slackPeer();
  peer.stand.answerNext("auth.test", { body: { ok: false, error: "invalid_auth" } });
  await expect(peer.platform.connect()).rejects.toThrow(/SLACK_BOT_TOKEN \(invalid_auth\).*Install the app/);
});
