import { createHmac } from "node:crypto";
import { Agent, createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";

export const signingSecret = "bench-signing-secret";
export const workspace = "T0BENCH";

async function bodyOf(message: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of message) text += chunk;
  return text;
}

/** A stand-in for Slack: answers the Web API's first calls and hears what is sent to response addresses. */
export async function slackEar() {
  const waiting = new Map<string, (body: string) => void>();
  const server = createServer(async (message, answer) => {
    const body = await bodyOf(message);
    const path = message.url ?? "";
    if (path.startsWith("/response/")) waiting.get(path)?.(body);
    const identity = {
      ok: true,
      team_id: workspace,
      user_id: "U0BOT",
      bot_id: "B0BOT",
      team: "bench",
      user: "fairline",
    };
    answer.setHeader("content-type", "application/json").end(JSON.stringify(identity));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  let next = 0;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    /** A fresh response address and the body of what will be sent to it. */
    expect() {
      const path = `/response/${next++}`;
      const heard = new Promise<string>((resolve) => waiting.set(path, resolve));
      return { url: `http://127.0.0.1:${port}${path}`, heard: heard.finally(() => waiting.delete(path)) };
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

type Ear = Awaited<ReturnType<typeof slackEar>>;

const agent = new Agent({ keepAlive: true, maxSockets: 100 });

/** Sends one signed slash command; resolves with the milliseconds until it was acknowledged. */
function command(port: number, user: string, responseUrl: string, serial: string): Promise<number> {
  const body = new URLSearchParams({
    command: "/myscore",
    text: "month",
    user_id: user,
    team_id: workspace,
    channel_id: "C0FLOOR",
    channel_name: "floor",
    trigger_id: serial,
    response_url: responseUrl,
    api_app_id: "A0BENCH",
  }).toString();
  const at = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac("sha256", signingSecret).update(`v0:${at}:${body}`).digest("hex")}`;
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(body),
    "x-slack-request-timestamp": at,
    "x-slack-signature": signature,
  };
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const sent = request(
      { host: "127.0.0.1", port, path: "/slack/events", method: "POST", headers, agent },
      (answer) => {
        answer.resume().on("end", () => {
          if (answer.statusCode === 200) resolve(performance.now() - begun);
          else reject(new Error(`a slash command was answered ${answer.statusCode}`));
        });
      },
    );
    sent.on("error", reject).end(body);
  });
}

export type Load = { readonly acks: number[]; readonly answers: number[]; readonly sample: string };

/** A wave of slash commands at the same instant; ends with the last answer. */
export async function load(
  ear: Ear,
  port: number,
  { serial, concurrency, users }: { serial: number; concurrency: number; users: number },
): Promise<Load> {
  const acks: number[] = [];
  const answers: number[] = [];
  let sample = "";
  const one = async (_: unknown, index: number) => {
    const { url, heard } = ear.expect();
    const begun = performance.now();
    const number = serial * concurrency + index;
    const answered = heard.then((body) => {
      answers.push(performance.now() - begun);
      sample = body;
    });
    acks.push(await command(port, `U${(number % users) + 1}`, url, `${port}.${number}.${process.hrtime.bigint()}`));
    await answered;
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return { acks, answers, sample };
}
