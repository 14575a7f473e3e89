import type { AccountRef, Place } from "../../chat/ask.ts";
import type { FieldErrors } from "../../chat/form.ts";
import type { Log } from "../../kernel/log.ts";
import { discord } from "../../platforms/discord/index.ts";
import type { FormValue, Peer } from "../contracts/peer.ts";
import { listener } from "./discord/listener.ts";
import { heldBy, inputsOf, people } from "./discord/people.ts";
import { controlsIn, seenOf } from "./discord/shown.ts";
import { typed } from "./discord/typing.ts";
import { type Vendor, vendor } from "./discord/vendor.ts";
import type { Delivered, OpenForm, Stored, User } from "./discord/world.ts";

/** The peer with its vendor at hand, for tests that make trouble. */
export type DiscordPeer = Peer & { readonly vendor: Vendor; readonly log: Log; readonly logged: readonly string[] };

const tryAgain = ["Try again", "再试一次"];
const isTryAgain = (control: ReturnType<typeof controlsIn>[number]) =>
  control.type === 2 && tryAgain.includes(control.label);

const nothing = { embeds: [], components: [], files: [], waiting: false, revised: false, deleted: false };
const written = (id: string, channel: string, author: User, content: string): Stored => {
  return { id, channel, author, content, isPost: true, ...nothing };
};

/** Discord on this machine, with the real discord.js set up to talk to it. */
export async function discordPeerWith(open: Vendor, given: { readonly timeoutMs?: number } = {}): Promise<DiscordPeer> {
  const { world: of } = open;
  const { log, logged, answered } = listener();
  const acts = people(open);
  const platform = await discord.create(
    { token: of.token, api: open.api, ...given },
    { log, port: 0, ready: async () => true },
  );
  const account = ({ id }: User): AccountRef => ({ platform: "discord", workspace: "discord", user: id });

  const userOf = ({ user }: AccountRef): User => {
    const found = of.userOf(user);
    if (found === undefined) throw new Error(`no user ${user}`);
    return found;
  };

  const visible = (to: User, channel: string) =>
    of.messages.filter(
      (one) => one.channel === channel && !one.deleted && (one.onlyFor === undefined || one.onlyFor === to.id),
    );

  /** The channel that is meant; a thread is begun by whoever writes in it first. */
  function channelIn({ id, thread }: Place, by: User): string {
    if (thread !== undefined && !of.threads.has(thread)) open.begin(id, thread, "a thread", by.id);
    return thread ?? id;
  }

  const mentioned = (line: string) => line.replaceAll("@fairline", `<@${of.bot.id}>`);

  function messageFor(by: User, where: Place, id: string): Stored {
    const found = visible(by, where.id).find((one) => one.id === id);
    if (found === undefined) throw new Error(`${by.name} sees no message ${id}`);
    return found;
  }

  /** The form before a person, once they have sent it; a dialog that only asks is agreed to. */
  async function settle(by: User, id: string): Promise<void> {
    await answered(id);
    const form = of.forms.get(by.id);
    if (form === undefined || inputsOf(form.modal).length > 0) return;
    await send(by, form, {});
  }

  async function send(by: User, form: OpenForm, values: Readonly<Record<string, FormValue>>): Promise<Delivered> {
    of.forms.delete(by.id);
    const told = acts.submit(by, form, values);
    await settle(by, told.id);
    return told;
  }

  function control(message: Stored, matches: (label: string) => boolean) {
    const found = controlsIn(message.components).find((one) =>
      matches(one.type === 3 ? (one.placeholder ?? "") : one.label),
    );
    if (found === undefined || !("custom_id" in found)) throw new Error(`nothing to press on ${message.id}`);
    return found;
  }

  /** Reads back by field what an answer says is wrong with a form. */
  function errorsIn(answer: Stored, { modal }: OpenForm): FieldErrors {
    const lines = seenOf(answer, of).text.split("\n");
    const found = inputsOf(modal).flatMap(({ label, input }) => {
      const line = lines.find((one) => one.startsWith(`• ${label}: `));
      return line === undefined ? [] : [[input.custom_id, line.slice(label.length + 4)] as const];
    });
    return Object.fromEntries(found);
  }

  return {
    platform,
    vendor: open,
    log,
    logged,
    ana: account(of.ana),
    ben: account(of.ben),
    channel: { platform: "discord", workspace: of.guild, id: of.channel, kind: "channel" },

    async says(by, where, line) {
      const user = userOf(by);
      if (open.sessions() === 0) throw new Error("nobody listens");
      if (line.startsWith("/")) {
        await settle(user, acts.command(user, where.id, typed(line, open.registered(), of)).id);
        return;
      }
      const words = where.kind === "dm" ? line : `<@${of.bot.id}> ${line}`;
      await settle(user, acts.write(user, channelIn(where, user), words));
    },

    others: {
      robot: account(of.robot),
      async writes(by, where, line) {
        const user = userOf(by);
        const channel = channelIn(where, user);
        const id = acts.write(user, channel, mentioned(line));
        of.messages.push(written(id, channel, user, line));
        // What a machine writes is dropped without a word.
        if (!user.bot) await settle(user, id);
        return id;
      },
      async edits(by, where, message, line) {
        acts.write(userOf(by), channelIn(where, userOf(by)), mentioned(line), "MESSAGE_UPDATE", message);
      },
    },

    async sees(by, { id, thread }) {
      const all = visible(userOf(by), thread ?? id).filter(({ author }) => author.id === of.bot.id);
      return all.map((one) => seenOf(one, of));
    },

    async presses(by, where, message, label) {
      const user = userOf(by);
      const stored = messageFor(user, where, message);
      const { custom_id } = control(stored, (text) => text === label);
      await settle(user, acts.press(user, stored, custom_id).id);
    },

    async picks(by, where, message, menu, option) {
      const user = userOf(by);
      const stored = messageFor(user, where, message);
      const found = control(stored, (text) => text === menu);
      const value = found.type === 3 ? found.options.find(({ label }) => label === option)?.value : undefined;
      if (value === undefined) throw new Error(`no option ${option} in ${menu}`);
      await settle(user, acts.pick(user, stored, found.custom_id, value).id);
    },

    form(by) {
      const found = of.forms.get(by.user);
      if (found === undefined) return undefined;
      const fields = inputsOf(found.modal).map(({ label, input }) => {
        const value = heldBy(input);
        return { name: input.custom_id, label, ...(value === undefined ? {} : { value }) };
      });
      return { title: found.modal.title, fields };
    },

    async submits(by, values) {
      const user = userOf(by);
      const form = of.forms.get(user.id);
      if (form === undefined) throw new Error(`no form stands open before ${user.name}`);
      const { answers } = await send(user, form, values);
      const answer = answers.at(-1);
      const again = answer && controlsIn(answer.components).find(isTryAgain);
      if (answer === undefined || again === undefined || !("custom_id" in again)) return undefined;
      const errors = errorsIn(answer, form);
      await settle(user, acts.press(user, answer, again.custom_id).id);
      return errors;
    },

    async repeats(by) {
      await settle(userOf(by), acts.repeat(userOf(by)));
    },

    violations: () => [...of.violations],

    async close() {
      await open.close();
    },
  };
}

/** Discord stood in for: the real discord.js talks to it over HTTP and WebSocket. */
export const discordPeer = async (): Promise<Peer> => discordPeerWith(await vendor());
