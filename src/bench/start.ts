import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Figure } from "./figure.ts";
import { launch, printed, ready, residentMB, stopped } from "./process.ts";
import { signingSecret, slackEar } from "./slack-load.ts";

type Started = { readonly firstAnswerS: number; readonly idleMB: number };

/** Starts the product as a newcomer does and asks for a score as the first demo agent. */
async function startAndAsk(data: string): Promise<Started> {
  const begun = performance.now();
  const house = launch("src/main.ts", { FAIRLINE_DATA: data, PORT: "0" });
  try {
    const [url = ""] = await printed(house, /http:\/\/127\.0\.0\.1:\d+/);
    const people = (await (await fetch(`${url}/api/people`)).json()) as { id: string; roles: string[] }[];
    const agent = people.find((person) => person.roles.includes("agent"))?.id;
    const body = JSON.stringify({ as: agent, place: `dm:${agent}`, text: "/myscore last week" });
    const answer = await fetch(`${url}/api/say`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const { ok } = (await answer.json()) as { ok: boolean };
    if (!ok) throw new Error("the first answer was a refusal");
    const firstAnswerS = (performance.now() - begun) / 1000;
    await setTimeout(5000);
    return { firstAnswerS, idleMB: residentMB(house.pid ?? 0) };
  } finally {
    await stopped(house);
  }
}

/** The same of a bare Bolt app: started, and idle. */
async function bareBolt(): Promise<{ startS: number; idleMB: number }> {
  const ear = await slackEar();
  const begun = performance.now();
  const app = launch("src/bench/bare-bolt.ts", {
    SLACK_API_URL: ear.url,
    SLACK_SIGNING_SECRET: signingSecret,
    PORT: "0",
  });
  try {
    await ready(app);
    const startS = (performance.now() - begun) / 1000;
    await setTimeout(5000);
    return { startS, idleMB: residentMB(app.pid ?? 0) };
  } finally {
    await stopped(app);
    await ear.close();
  }
}

/** Start-up until the first answer, first and later, and idle memory, beside a bare Bolt app's. */
export async function measureStart(): Promise<Figure[]> {
  const data = await mkdtemp(join(tmpdir(), "fairline-bench-"));
  try {
    const bare = await bareBolt();
    const first = await startAndAsk(data);
    const later = await startAndAsk(data);
    return [
      { what: "first start, until the first answer", unit: "s", ours: first.firstAnswerS, baseline: bare.startS },
      { what: "later start, until the first answer", unit: "s", ours: later.firstAnswerS, baseline: bare.startS },
      { what: "idle memory (without PostgreSQL)", unit: "MB", ours: later.idleMB, baseline: bare.idleMB },
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
