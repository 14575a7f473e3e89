import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { quicknet, verifyRound } from "../features/draws/beacon.ts";
import recorded from "../features/draws/beacon-rounds.json" with { type: "json" };
import { drand } from "./drand.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A relay on this machine, with the paths that it was asked for. */
async function relay(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const [first, second] = recorded.rounds;
if (!first || !second) throw new Error("no rounds were recorded");
const { round, signature } = first;
const path = `GET /${quicknet.chain}/public/${round}`;

const says = (body: unknown) => relay((_, response) => response.end(JSON.stringify(body)));
const answers = (status: number) => relay((_, response) => response.writeHead(status).end("no"));
const isSilent = () => relay(() => {});
async function isGone() {
  const gone = await relay(() => {});
  await closing.pop()?.();
  return gone;
}

test("a round is asked of the first relay only, and verifies", async () => {
  const [near, far] = [await says(first), await says(first)];
  const told = await drand({ urls: [`${near.url}/`, far.url] }).round(round);
  expect(told).toEqual({ round, signature });
  expect(told && verifyRound(told)).toEqual({ ok: true, value: { randomness: first.randomness } });
  expect([near.asked, far.asked]).toEqual([[path], []]);
});

test("the public relays are asked for quicknet, over https, when no others are named", async () => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response("", { status: 404 });
  };
  expect(await drand({ fetch }).round(1000)).toBeUndefined();
  expect(asked).toEqual([
    `https://api.drand.sh/${quicknet.chain}/public/1000`,
    `https://drand.cloudflare.com/${quicknet.chain}/public/1000`,
  ]);
});

test.each([
  ["is gone", isGone],
  ["is silent", isSilent],
  ["stops in the middle", () => relay((_, response) => void response.writeHead(200).write('{"round":1,'))],
  ["is broken", () => answers(500)],
  ["is behind a page", () => relay((_, response) => response.end("<html>Sign in</html>"))],
  ["tells another round", () => says(second)],
  ["tells no signature", () => says({ round })],
  ["tells half a signature", () => says({ round, signature: signature.slice(48) })],
  ["tells the round as text", () => says({ round: String(round), signature })],
])("a relay that %s is passed over, and when no other is left that is a fault", async (_, make) => {
  const [bad, good, early] = [await make(), await says(first), await answers(404)];
  const ask = (...urls: string[]) => drand({ urls, patienceMs: 300 }).round(round);
  expect(await ask(bad.url, good.url)).toEqual({ round, signature });
  expect(await ask(bad.url, early.url)).toBeUndefined();
  const fault: unknown = await ask(bad.url).catch((error: unknown) => error);
  expect(fault).toMatchObject({
    message: `no drand relay told round ${round}`,
    cause: { errors: [{ message: `${bad.url} did not tell round ${round}`, cause: expect.any(Error) }] },
  });
});

test.each([404, 425])(
  "a round that is not out yet (%i) is no fault, and the next relay may have it",
  async (status) => {
    const [early, good] = [await answers(status), await says(first)];
    expect(await drand({ urls: [early.url, early.url] }).round(round)).toBeUndefined();
    expect(await drand({ urls: [early.url, good.url] }).round(round)).toEqual({ round, signature });
  },
);

test("a relay that sends one elsewhere is not followed", async () => {
  const elsewhere = await says(first);
  const moved = await relay((_, response) => response.writeHead(302, { location: `${elsewhere.url}/` }).end());
  await expect(drand({ urls: [moved.url] }).round(round)).rejects.toThrow("no drand relay");
  expect([moved.asked, elsewhere.asked]).toEqual([[path], []]);
});

test("without a relay to ask, asking is a fault", async () => {
  await expect(drand({ urls: [] }).round(round)).rejects.toThrow("no drand relay");
});
