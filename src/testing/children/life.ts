// A life with two things in it that say when they open and close; the first argument says what befalls it.

import { cannotStart } from "../../kernel/cannot-start.ts";
import { runUntilStopped } from "../../lifecycle.ts";
import { createLog } from "../../log.ts";

const [befalls = "nothing"] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const never = () => new Promise<never>(() => undefined);

const code = await runUntilStopped(
  async (house) => {
    const open = (name: string) =>
      house.open(
        name,
        async () => say(`open ${name}`),
        async () => {
          say(`close ${name}`);
          if (befalls === `${name} hangs`) await never();
          if (befalls === `${name} fails`) throw new Error(`${name} is stuck`);
        },
      );
    await open("cellar");
    if (befalls === "refused") throw cannotStart("The roof is missing: order one.");
    if (befalls === "broken") throw new Error("the ladder broke");
    if (befalls === "slow start") await house.open("wall", never, never);
    await open("roof");
    say("up");
    if (befalls === "thrown")
      setImmediate(() => {
        throw new Error("out of the blue");
      });
    if (befalls === "rejected") void Promise.reject(new Error("out of the blue"));
    if (befalls === "failed") house.fail(new Error("the cellar is flooded"));
  },
  {
    log: createLog({ level: "info", secrets: process.env }),
    host: process,
    tell: (line) => process.stderr.write(`${line}\n`),
    graceMs: Number(process.env.GRACE_MS ?? 9_000),
  },
);
say("gone");
process.exit(code);
