import { decodeAction } from "../chat/action-id.ts";
import type { AccountRef, Place } from "../chat/ask.ts";
import type { Action, Command } from "../chat/command.ts";
import { type Registry, registry } from "../chat/registry.ts";
import { type Router, type RouterDeps, router } from "../chat/router.ts";
import type { View } from "../chat/view.ts";
import { actor, type Told } from "./actor.ts";
import { type TestPlatform, testPlatform } from "./test-platform.ts";

/** A clock that stands still until a test moves it. */
export function testClock(start: string) {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    to: (instant: string) => {
      now = new Date(instant);
    },
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
}

export type Conversation = {
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly people: Pick<RouterDeps, "identify" | "wayIn">;
  /** What plain words ask for; without it they are no more than a command line. */
  readonly understand?: RouterDeps["understand"];
  readonly clock: { readonly now: () => Date };
  readonly platform?: TestPlatform;
};

/** The real router over declarations; an event is answered once, and a fault fails the test with its own stack. */
export function testRouter(
  declared: Registry,
  { people, clock, understand }: Pick<Conversation, "people" | "clock" | "understand">,
): Router {
  const heard = new Set<string>();
  return router({
    registry: declared,
    clock: clock.now,
    identify: people.identify,
    wayIn: people.wayIn,
    ...(understand ? { understand } : {}),
    firstTime: async (key) => heard.size < heard.add(key).size,
    fault: (error) => {
      throw error;
    },
    reference: () => "ref",
  });
}

/**
 * People talking to Fairline through the real router, on a platform that lives in memory:
 *
 * ```ts
 * const clock = testClock("2026-03-09T09:00:00Z");
 * const { people } = testPeople({ roster, clock });
 * const talk = conversation({ ...scoreCommands({ scores, draw }), people, clock });
 * const ana = talk.actor(anAccount("U1"));
 * await ana.says("/myscore week");
 * expect(ana.sees()).toContain("82.4");
 * await ana.presses("Appeal");
 * await ana.fills({ reason: "The customer had hung up before I could ask." });
 * clock.pass(60);
 * ```
 */
export function conversation({
  commands,
  actions,
  people,
  understand,
  clock,
  platform = testPlatform(),
}: Conversation) {
  const declared = registry(commands, actions);
  const talk = testRouter(declared, { people, clock, understand });
  let events = 0;

  const nextKey = () => {
    events += 1;
    return `event-${events}`;
  };

  return {
    platform,
    /** A channel that everybody of a workspace sees. */
    channel: (id: string, { platform = "slack", workspace = "w1" } = {}): Place => ({
      platform,
      workspace,
      id,
      kind: "channel",
    }),
    actor: (account: AccountRef, told: Told = {}) =>
      actor({ account, told, talk, platform, nextKey, leads: (view) => leadsSomewhere(view, declared) }),
  };
}

/** Throws when a button or menu points to an action that nobody declared. */
function leadsSomewhere(view: View, declared: ReturnType<typeof registry>) {
  const addresses = view.blocks.flatMap((block) => {
    if (block.is === "menu") return [block.action];
    return block.is === "buttons" ? block.buttons.flatMap((one) => ("action" in one ? [one.action] : [])) : [];
  });
  for (const address of addresses) {
    if (declared.named(decodeAction(address).name) === undefined) throw new Error(`a button leads nowhere: ${address}`);
  }
}
