// The least that a Bolt app can do: acknowledge, then answer a constant. What Fairline's answers are compared with.
import { App } from "@slack/bolt";

const { SLACK_API_URL = "", SLACK_SIGNING_SECRET = "", PORT = "0" } = process.env;
const app = new App({
  token: "xoxb-bench",
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command("/myscore", async ({ ack, respond }) => {
  await ack();
  await respond("87.5 points");
});
app.action(/./, async ({ ack, body, client }) => {
  await ack();
  const { channel_id: channel = "", message_ts: ts = "" } = "container" in body ? body.container : {};
  await client.chat.update({ channel, ts, text: "In hand" });
});
await app.start(Number(PORT));
process.send?.("ready");
