import { channelJson, guildJson, userJson } from "./json.ts";
import { type Answer, type Call, refusal } from "./request.ts";
import type { World } from "./world.ts";

/** `GATEWAY_MESSAGE_CONTENT_LIMITED`, as of an application in fewer than a hundred servers. */
export const flagsOf = ({ readsContents }: World): number => (readsContents ? 1 << 19 : 0);

/** What the REST interface tells of the bot itself and of where it is. */
export function about(of: World) {
  const told = (body: unknown): Answer => ({ status: 200, body });

  return {
    user: (): Answer => told(userJson(of.bot)),
    application: (): Answer =>
      told({ id: of.application, name: "Fairline", flags: flagsOf(of), bot: userJson(of.bot) }),
    guilds({ query }: Call): Answer {
      const limit = Number(query.get("limit") ?? 200);
      if (!(limit >= 1 && limit <= 200)) return refusal(400, 50_035, "Invalid Form Body");
      const { id, name, icon, features } = guildJson(of);
      const isAfter = BigInt(id) > BigInt(query.get("after") ?? 0);
      return told(isAfter ? [{ id, name, icon, features, owner: false, permissions: "2147483647" }] : []);
    },
    channels: (guild: string): Answer =>
      guild === of.guild ? told([channelJson(of, of.channel)]) : refusal(404, 10_004, "Unknown Guild"),
  };
}
