import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HouseDatabase, openDatabase } from "../persistence/database.ts";
import { ledger } from "../persistence/notices/ledger.ts";
import { aMorning, fill, people } from "./deliveries-house.ts";
import type { PeerAsk, PeerLimits, PeerTold } from "./deliveries-peer.ts";
import { type Figure, percentile } from "./figure.ts";
import { launch, printed, ready, stopped } from "./process.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const warmUps = 1;
const rounds = 5;
const what = `${people.toLocaleString("en")} direct messages to Discord`;

/** Discord's published limits. */
const published: PeerLimits = { perSecond: 50, perChannel: { posts: 5, perMs: 5_000 } };

/** Has a program do something and waits for what it says of it; throws when it ends instead. */
const asked = <T>(child: ChildProcess, ask: PeerAsk | "go"): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a program ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (said) => {
      child.off("exit", ended);
      resolve(said as T);
    });
    child.send(ask);
  });

/** Everybody and their ledger, a peer, and the programs that are measured. */
async function opened(database: HouseDatabase) {
  const running: ChildProcess[] = [];
  const start = (program: string, env: Record<string, string> = {}) => {
    const child = launch(`src/bench/deliveries-${program}.ts`, env);
    running.push(child);
    return child;
  };
  await database.pool.query(fill);
  const peer = start("peer");
  const [DISCORD_API_URL = ""] = await printed(peer, /http:\S+/);
  const { announce } = ledger({ pool: database.pool, newId: randomUUID });
  return {
    peer,
    async program(name: "worker" | "bare", env: Record<string, string> = {}) {
      const child = start(name, { DATABASE_URL: database.url, DISCORD_API_URL, ...env });
      await ready(child);
      return child;
    },
    announce,
    close: () => Promise.all(running.map(stopped)),
  };
}
type House = Awaited<ReturnType<typeof opened>>;

async function withHouse<T>(work: (house: House, database: HouseDatabase) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "fairline-bench-"));
  const database = await openDatabase({ folder, log: silent, url: process.env.DATABASE_URL });
  try {
    const house = await opened(database);
    return await work(house, database).finally(house.close);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Sent = { readonly seconds: number; readonly each: readonly number[]; readonly told: PeerTold };

/** Has programs send to everybody together; throws unless everybody has one message after that. */
async function sentBy(house: House, senders: readonly ChildProcess[], limits?: PeerLimits): Promise<Sent> {
  await asked(house.peer, { is: "begin", limits });
  const begun = performance.now();
  const each = await Promise.all(senders.map((sender) => asked<number>(sender, "go")));
  const seconds = (performance.now() - begun) / 1000;
  const told = await asked<PeerTold>(house.peer, { is: "tell" });
  const { messages, places } = told;
  if (messages !== people || places !== people) throw new Error(`${messages} messages to ${places} of ${people}`);
  return { seconds, each, told };
}

/** The same by workers, of a notice that is announced first; throws unless the ledger has it all as sent. */
async function noticeSentBy(
  house: House,
  { pool }: HouseDatabase,
  workers: readonly ChildProcess[],
  limits?: PeerLimits,
) {
  const period = randomUUID();
  await house.announce(aMorning(period));
  const sent = await sentBy(house, workers, limits);
  const states = "SELECT count(*)::int AS count FROM delivery WHERE period = $1 AND state = 'sent'";
  const count = (await pool.query<{ count: number }>(states, [period])).rows[0]?.count;
  if (count !== people) throw new Error(`the ledger has ${count} of ${people} as sent`);
  return sent;
}

/** The times of the round whose ratio is the median. */
function middle(rounds: readonly (readonly [ours: number, baseline: number])[]) {
  const ratios = rounds.map(([ours, baseline]) => ours / baseline);
  const [ours, baseline] = rounds[ratios.indexOf(percentile(ratios, 0.5))] ?? [Number.NaN, Number.NaN];
  return { ours, baseline };
}

/** Deliveries as fast as they go, beside a bare client in a loop, and by two workers beside one. */
export const measureDeliveries = (): Promise<Figure[]> =>
  withHouse(async (house, database) => {
    const bare = await house.program("bare");
    const one = await house.program("worker", { UNPACED: "yes" });
    const other = await house.program("worker", { UNPACED: "yes" });
    const seen: { readonly bare: number; readonly alone: number; readonly shared: number }[] = [];
    // In turn, so that all meet the machine in the same moods.
    for (let round = 0; round < warmUps + rounds; round += 1) {
      const looped = await sentBy(house, [bare]);
      const alone = await noticeSentBy(house, database, [one]);
      const shared = await noticeSentBy(house, database, [one, other]);
      const least = Math.min(...shared.each);
      if (least < people / 5) throw new Error(`one of two workers sent no more than ${least}`);
      seen.push({ bare: looped.seconds, alone: alone.seconds, shared: shared.seconds });
    }
    const warm = seen.slice(warmUps);
    const beside = middle(warm.map(({ alone, bare }) => [alone, bare]));
    const together = middle(warm.map(({ shared, alone }) => [shared, alone]));
    return [
      { what: `${what}, beside a bare client in a loop`, unit: "s", ...beside, goal: 1.67 },
      { what: `${what} by two workers, beside one`, unit: "s", ...together },
    ];
  });

/** Says every ten seconds how many messages have come. */
function progress({ peer }: House): () => void {
  const timer = setInterval(async () => {
    const { messages, refusedAt } = await asked<PeerTold>(peer, { is: "tell" });
    process.stderr.write(`  ${messages} sent, ${refusedAt.length} refused\n`);
  }, 10_000);
  return () => clearInterval(timer);
}

/** Deliveries within Discord's published limits, beside the least time that these allow; takes three and a half minutes. */
export const measureWithinLimits = (): Promise<Figure[]> =>
  withHouse(async (house, database) => {
    const worker = await house.program("worker");
    const quiet = progress(house);
    const { seconds, told } = await noticeSentBy(house, database, [worker], published).finally(quiet);
    const refused = told.refusedAt.filter((ms) => ms > 2_000).length;
    const baseline = people / published.perSecond;
    return [
      {
        what: `${what} within its limits, beside the least that they allow`,
        unit: "s",
        ours: seconds,
        baseline,
        goal: 1.053,
      },
      { what: "refused for coming too fast after the first two seconds", unit: "", ours: refused, goal: 0 },
    ];
  });
