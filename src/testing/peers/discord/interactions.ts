import { z } from "zod";
import { messageJson } from "./json.ts";
import { type Answer, type Call, refusal } from "./request.ts";
import { modal as modalRule } from "./rules.ts";
import type { Store } from "./store.ts";
import type { Delivered, World } from "./world.ts";

const callback = z.object({ type: z.int(), data: z.unknown().optional() });
const flagged = z.object({ flags: z.int().optional() });
const invalid = refusal(400, 50_035, "Invalid Form Body");
const done: Answer = { status: 204 };

/** What a bot may do with an interaction, in the order in which it may. */
export function interactions(of: World, store: Store, origin: () => string) {
  const { violations } = of;
  const isEphemeral = (data: unknown) => ((flagged.safeParse(data).data?.flags ?? 0) & 64) !== 0;
  const shown = (stored: Parameters<typeof messageJson>[0]): Answer => ({
    status: 200,
    body: messageJson(stored, origin()),
  });

  function reply(call: Call, data: unknown, to: Delivered): Answer {
    const stored = store.create(call, data, to.channel, isEphemeral(data) ? to.user.id : undefined);
    if (stored === undefined) return invalid;
    to.original = stored;
    to.answers.push(stored);
    return done;
  }

  function defer(data: unknown, to: Delivered): Answer {
    to.original = store.hold(to.channel, isEphemeral(data) ? to.user.id : undefined);
    to.answers.push(to.original);
    return done;
  }

  function open(data: unknown, to: Delivered): Answer {
    const parsed = modalRule.safeParse(data);
    if (to.type === 5) violations.push("a modal in answer to a modal");
    if (!parsed.success) {
      violations.push(`modal: ${z.prettifyError(parsed.error)}`);
      return invalid;
    }
    const message = to.message === undefined ? {} : { message: to.message };
    of.forms.set(to.user.id, { modal: parsed.data, channel: to.channel, ...message });
    return done;
  }

  function onMessage(call: Call, type: number, data: unknown, to: Delivered): Answer {
    if (to.message === undefined) {
      violations.push("an update for an interaction that stands on no message");
      return invalid;
    }
    to.original = to.message;
    if (type === 6) return done;
    to.answers.push(to.message);
    return store.revise(call, data, to.message) ? done : invalid;
  }

  function first(call: Call, to: Delivered): Answer {
    const { type, data } = callback.parse(call.body);
    switch (type) {
      case 4:
        return reply(call, data, to);
      case 5:
        return defer(data, to);
      case 6:
      case 7:
        return onMessage(call, type, data, to);
      case 9:
        return open(data, to);
      default:
        violations.push(`a response of type ${type}`);
        return invalid;
    }
  }

  function known(token: string, call: Call): Delivered | undefined {
    const found = of.interactions.get(token);
    if (found !== undefined && !found.responded) violations.push(`${call.method} before the first response`);
    return found?.responded ? found : undefined;
  }

  return {
    callback(call: Call, id: string, token: string): Answer {
      const to = of.interactions.get(token);
      if (to?.id !== id) return refusal(404, 10_062, "Unknown interaction");
      if (to.responded) {
        violations.push("a second response to one interaction");
        return refusal(400, 40_060, "Interaction has already been acknowledged.");
      }
      const answer = first(call, to);
      if (answer.status < 300) to.responded = true;
      return answer;
    },

    followUp(call: Call, token: string): Answer {
      const to = known(token, call);
      if (to === undefined) return refusal(404, 10_015, "Unknown Webhook");
      // Right after a deferral that still waits, Discord takes a follow-up for the edit of what waits.
      if (to.original?.waiting && !to.original.deleted) {
        violations.push("a follow-up while the deferred answer still waits");
      }
      const stored = store.create(call, call.body, to.channel, isEphemeral(call.body) ? to.user.id : undefined);
      if (stored === undefined) return invalid;
      to.answers.push(stored);
      return shown(stored);
    },

    original(call: Call, token: string): Answer {
      const to = known(token, call);
      const stored = to?.original;
      if (to === undefined || stored === undefined || stored.deleted) return refusal(404, 10_008, "Unknown Message");
      if (call.method === "DELETE") {
        stored.deleted = true;
        return done;
      }
      if (!store.revise(call, call.body, stored)) return invalid;
      to.answers.push(stored);
      return shown(stored);
    },
  };
}
