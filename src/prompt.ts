import type { Action, Call, Command } from "./chat/command.ts";
import type { Params } from "./chat/param.ts";

/** The same declaration, after which what it announced is told at once. */
export const prompt = <D extends Command | Action>(declared: D, poke: () => void): D => ({
  ...declared,
  async run(call: Call<Params>) {
    const answer = await declared.run(call);
    poke();
    return answer;
  },
});
