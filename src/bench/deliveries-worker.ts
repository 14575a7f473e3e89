// One worker that carries what was announced to Discord, with a ledger, a platform and a memory of its own.
import { randomUUID } from "node:crypto";
import { DefaultRestOptions } from "discord.js";
import { notices } from "../features/notices/index.ts";
import { connect } from "../persistence/client.ts";
import { ledger } from "../persistence/notices/ledger.ts";
import { peopleStore } from "../persistence/people.ts";
import { discord } from "../platforms/discord/index.ts";
import { daily } from "./deliveries-house.ts";

const { DATABASE_URL = "", DISCORD_API_URL = "", UNPACED } = process.env;
// The library counts fifty requests a second by itself, whatever it is told of limits.
if (UNPACED) Object.assign(DefaultRestOptions, { globalRequestsPerSecond: Number.POSITIVE_INFINITY });

/** Trouble of each sort is shown once. */
const shown = new Set<unknown>();
function trouble(context: object, said: string): void {
  const sort = `${said} ${"code" in context ? context.code : ""}`;
  if (!shown.has(sort)) console.error(sort, context);
  shown.add(sort);
}
const log = { info: () => {}, warn: trouble, error: trouble };
const database = connect(DATABASE_URL, { log });
const platform = await discord.create(
  { token: "bench", api: DISCORD_API_URL },
  { log, port: 0, ready: async () => true },
);
const pace = UNPACED ? { perSecond: Number.POSITIVE_INFINITY, perPlaceMs: 0 } : platform.pace;
let sent = 0;
const counted: typeof platform = {
  ...platform,
  pace,
  async post(place, view, key) {
    const receipt = await platform.post(place, view, key);
    sent += 1;
    return receipt;
  },
};
const { sweep } = notices({
  ledger: ledger({ pool: database.pool, newId: randomUUID }),
  kinds: () => [daily(database)],
  platforms: () => [counted],
  roster: peopleStore(database),
  log,
  clock: () => new Date(),
  reference: () => "bench",
});

process.on("message", async () => {
  sent = 0;
  await sweep();
  process.send?.(sent);
});
process.send?.("ready");
