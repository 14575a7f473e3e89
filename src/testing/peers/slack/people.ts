import type { InputBlock } from "@slack/types";
import type { AccountRef, Place } from "../../../chat/ask.ts";
import type { FieldErrors } from "../../../chat/form.ts";
import type { FormValue, Peer, SeenForm } from "../../contracts/peer.ts";
import { payloads } from "./payloads.ts";
import { controls, reaches, seen } from "./see.ts";
import type { StandIn } from "./server.ts";
import type { Event, Wire } from "./wire.ts";
import { type Told, timestamp } from "./world.ts";

type Element = {
  readonly type: string;
  readonly action_id?: string;
  readonly max_length?: number;
  readonly [key: string]: unknown;
};
type State = Readonly<Record<string, unknown>>;

type Acts = Omit<Peer, "platform" | "ana" | "ben" | "channel" | "close" | "others"> & {
  readonly others: Omit<NonNullable<Peer["others"]>, "robot">;
};

type Deps = {
  readonly stand: StandIn;
  readonly wire: Wire;
  /** Resolves when the platform has finished what it heard. */
  readonly idle: () => Promise<void>;
};

/** What people do in the workspace, each act ending when it is answered. */
export function people({ stand, wire, idle }: Deps): Acts {
  const { world } = stand;
  const make = payloads(stand);
  const lastOf = new Map<string, Event>();

  async function deliver(by: string, event: Event, retry?: number) {
    lastOf.set(by, event);
    const acknowledged = await wire(event, retry);
    if (acknowledged.status !== 200) world.violations.push(`an event was answered with ${acknowledged.status}`);
    await idle();
    return acknowledged.body;
  }

  const visible = (by: string, where: string) =>
    world.told.filter((told) => told.channel === where && reaches(told, world, by));

  function control(by: string, where: string, message: string, label: string, type: string) {
    const told: Told | undefined = visible(by, where).find(({ ts }) => ts === message);
    const found = told && controls(told).find((each) => each.label === label && each.element.type === type);
    if (!told || !found) throw new Error(`${by} sees no ${type} “${label}” on ${message}`);
    return { told, found };
  }

  function stateOf(element: Element, given: FormValue | undefined): State {
    const { type } = element;
    const options = [
      ...((element.options as { value: string }[] | undefined) ?? []),
      ...((element.option_groups as { options: { value: string }[] }[] | undefined) ?? []).flatMap(
        (group) => group.options,
      ),
    ];
    const text = typeof given === "string" ? given : undefined;
    switch (type) {
      case "static_select":
        return {
          type,
          selected_option: options.find(({ value }) => value === text) ?? element.initial_option ?? null,
        };
      case "datepicker":
        return { type, selected_date: text ?? element.initial_date ?? null };
      case "users_select": {
        const picked = typeof given === "object" && "account" in given ? given.account.user : undefined;
        return { type, selected_user: picked ?? element.initial_user ?? null };
      }
      case "file_input": {
        const sent =
          typeof given === "object" && "file" in given ? [make.file(given.file.name, given.file.content)] : [];
        return { type, files: sent };
      }
      default:
        return { type, value: text ?? element.initial_value ?? null };
    }
  }

  const isEmpty = (state: State) =>
    Object.entries(state).every(
      ([key, value]) =>
        key === "type" || value === null || value === "" || (Array.isArray(value) && value.length === 0),
    );

  const inputsOf = (by: string) =>
    (world.views.get(by)?.view.blocks ?? []).filter((block): block is InputBlock => block.type === "input");

  return {
    async says({ user }: AccountRef, where: Place, line: string) {
      const { id, thread } = where;
      const isTyped = line.startsWith("/") || thread === undefined;
      const typed = () => [line.startsWith("/") ? make.command(user, id, line) : make.words(user, id, line)];
      for (const event of isTyped ? typed() : make.message(user, where, `@fairline ${line}`))
        await deliver(user, event);
    },

    others: {
      async writes({ user }, where, line) {
        const ts = timestamp(world);
        const within = where.thread === undefined ? {} : { thread: where.thread };
        const told = { ts, channel: where.id, by: user, text: line, blocks: [], files: [], revised: false, ...within };
        world.told.push(told);
        for (const event of make.message(user, where, line, ts)) await deliver(user, event);
        return ts;
      },
      async edits({ user }, where, message, line) {
        for (const event of make.edited(user, where, message, line)) await deliver(user, event);
      },
    },

    sees: async ({ user }, { id, thread }) =>
      visible(user, id)
        .filter((told) => told.by === undefined && told.thread === thread)
        .map((told) => seen(told, world, user)),

    async presses({ user }, { id }, message, label) {
      const { told, found } = control(user, id, message, label, "button");
      await deliver(user, make.press(user, told, found));
    },

    async picks({ user }, { id }, message, menu, option) {
      const { told, found } = control(user, id, message, menu, "static_select");
      const options = found.element.options as { text: { text: string }; value: string }[];
      const selected_option = options.find(({ text }) => text.text === option);
      if (selected_option === undefined) throw new Error(`the menu “${menu}” has no “${option}”`);
      await deliver(user, make.press(user, told, found, { selected_option }));
    },

    form({ user }): SeenForm | undefined {
      const open = world.views.get(user);
      if (open === undefined) return undefined;
      const fields = inputsOf(user).map((block) => {
        const element = block.element as unknown as Element;
        const option = element.initial_option as { value: string } | undefined;
        const value = element.initial_value ?? element.initial_date ?? element.initial_user ?? option?.value;
        const { block_id: name = "" } = block;
        return { name, label: block.label.text, ...(typeof value === "string" ? { value } : {}) };
      });
      return { title: open.view.title.text, fields };
    },

    async submits({ user }, values): Promise<FieldErrors | undefined> {
      const open = world.views.get(user);
      if (open === undefined) throw new Error(`no form is open before ${user}`);
      const inputs = inputsOf(user);
      const state = inputs.map(({ block_id = "", element }) => {
        const { action_id = "" } = element as Element;
        return [block_id, { [action_id]: stateOf(element as unknown as Element, values[block_id]) }] as const;
      });
      // Slack's own client does not send a form whose required fields are empty.
      const empty = inputs.filter(({ optional }, index) => {
        const [filled] = Object.values(state[index]?.[1] ?? {});
        return !optional && (filled === undefined || isEmpty(filled));
      });
      if (empty.length > 0)
        return Object.fromEntries(empty.map(({ block_id = "" }) => [block_id, "Please complete this required field."]));
      const answer = (await deliver(user, make.submission(user, open, Object.fromEntries(state)))) as
        | { response_action?: string; errors?: FieldErrors }
        | undefined;
      if (answer?.response_action === "errors") return answer.errors;
      if (world.views.get(user)?.id === open.id) world.views.delete(user);
      return undefined;
    },

    async repeats({ user }) {
      const event = lastOf.get(user);
      if (event === undefined) throw new Error(`${user} has done nothing yet`);
      await deliver(user, event, 1);
    },

    violations: () => [...world.violations],
  };
}
