import type { FormValue } from "../../contracts/peer.ts";
import { attachmentJson, channelJson, memberJson, messageJson, userJson } from "./json.ts";
import type { ModalJson } from "./rules.ts";
import type { Typed } from "./typing.ts";
import type { Vendor } from "./vendor.ts";
import type { Delivered, InteractionType, OpenForm, Stored, StoredFile, User } from "./world.ts";

type Event = { readonly id: string; readonly type: string; readonly data: unknown };
type Input = Extract<ModalJson["components"][number], { type: 18 }>["component"];

export const inputsOf = (modal: ModalJson): readonly { readonly label: string; readonly input: Input }[] =>
  modal.components.flatMap((part) => (part.type === 18 ? [{ label: part.label, input: part.component }] : []));

/** What an input holds as it stands open. */
export function heldBy(input: Input): string | undefined {
  switch (input.type) {
    case 4:
      return input.value;
    case 3:
      return input.options.find((option) => option.default)?.value;
    case 5:
      return input.default_values?.[0]?.id;
    case 19:
      return undefined;
  }
}

/** Makes the events that people's doings cause; each is delivered over the gateway and can be delivered again. */
export function people({ world: of, origin, dispatch }: Vendor) {
  const last = new Map<string, Event>();

  function deliver(by: User, event: Event): string {
    last.set(by.id, event);
    dispatch(event.type, event.data);
    return event.id;
  }

  function interact(by: User, type: InteractionType, channel: string, data: object, message?: Stored): Delivered {
    const id = of.id();
    const about = message === undefined ? {} : { message };
    const told: Delivered = { id, token: `t-${id}`, type, user: by, channel, ...about, responded: false, answers: [] };
    of.interactions.set(told.token, told);
    const inGuild = !of.isDm(channel);
    const guild = { id: of.guild, locale: "en-US", features: [] };
    const user = userJson(by);
    deliver(by, {
      id,
      type: "INTERACTION_CREATE",
      data: {
        id,
        application_id: of.application,
        type,
        token: told.token,
        version: 1,
        data,
        channel_id: channel,
        channel: channelJson(of, channel),
        ...(inGuild
          ? { guild_id: of.guild, guild, guild_locale: "en-US", member: { ...memberJson(), user } }
          : { user }),
        ...(message === undefined ? {} : { message: messageJson(message, origin) }),
        locale: by.locale,
        app_permissions: "2147483647",
        entitlements: [],
        authorizing_integration_owners: { "0": of.guild },
        context: inGuild ? 0 : 1,
        attachment_size_limit: 10 * 1024 * 1024,
      },
    });
    return told;
  }

  const resolvedUsers = (ids: readonly string[]) => {
    const users = ids.flatMap((id) => of.userOf(id) ?? []);
    return {
      users: Object.fromEntries(users.map((user) => [user.id, userJson(user)])),
      members: Object.fromEntries(users.map(({ id }) => [id, memberJson()])),
    };
  };

  function submission(input: Input, value: FormValue | undefined, files: StoredFile[]) {
    const base = { type: input.type, id: 2, custom_id: input.custom_id };
    if (typeof value === "object" && "file" in value) {
      const file = { id: of.id(), name: value.file.name, description: "", content: value.file.content };
      of.uploads.set(file.id, file);
      files.push(file);
      return { ...base, values: [file.id] };
    }
    const text = typeof value === "object" ? value.account.user : (value ?? heldBy(input) ?? "");
    if (input.type === 4 && text.length > (input.max_length ?? 4_000))
      throw new Error(`too long for ${input.custom_id}`);
    if (input.type === 3 && text !== "" && !input.options.some((option) => option.value === text)) {
      throw new Error(`no option ${text} in ${input.custom_id}`);
    }
    const empty = input.type !== 4 && text === "";
    if ((empty || text === "") && input.required !== false) throw new Error(`the client wants ${input.custom_id}`);
    return input.type === 4 ? { ...base, value: text } : { ...base, values: empty ? [] : [text] };
  }

  return {
    command(by: User, channel: string, { id, name, options }: Typed): Delivered {
      const flat = options.flatMap((option) => ("options" in option ? option.options : [option]));
      const ids = flat.flatMap((option) => (option.type === 6 ? [option.value] : []));
      return interact(by, 2, channel, { id, name, type: 1, options, resolved: resolvedUsers(ids) });
    },

    press: (by: User, message: Stored, custom_id: string): Delivered =>
      interact(by, 3, message.channel, { component_type: 2, custom_id, id: 2 }, message),

    pick: (by: User, message: Stored, custom_id: string, value: string): Delivered =>
      interact(by, 3, message.channel, { component_type: 3, custom_id, id: 2, values: [value] }, message),

    submit(by: User, { modal, message, channel }: OpenForm, values: Readonly<Record<string, FormValue>>): Delivered {
      const files: StoredFile[] = [];
      const components = modal.components.map((part) =>
        part.type === 18
          ? { type: 18, id: 1, component: submission(part.component, values[part.component.custom_id], files) }
          : { type: 10, id: 1 },
      );
      const picked = components.flatMap((part) =>
        "component" in part && part.component?.type === 5 && "values" in part.component ? part.component.values : [],
      );
      const attachments = Object.fromEntries(files.map((file) => [file.id, attachmentJson(file, origin)]));
      const resolved = { ...resolvedUsers(picked), attachments };
      return interact(by, 5, channel, { custom_id: modal.custom_id, components, resolved }, message);
    },

    /** A message; its words reach the bot only in a DM, with a mention or where it has the intent for contents. */
    write(by: User, channel: string, words: string, type = "MESSAGE_CREATE", id = of.id()): string {
      const isDm = of.isDm(channel);
      const mentioned = words.includes(`<@${of.bot.id}>`);
      return deliver(by, {
        id,
        type,
        data: {
          id,
          channel_id: channel,
          ...(isDm ? {} : { guild_id: of.guild, member: memberJson() }),
          author: userJson(by),
          content: isDm || mentioned || of.readsContents ? words.slice(0, 2_000) : "",
          timestamp: "2026-03-09T09:00:00.000000+00:00",
          edited_timestamp: type === "MESSAGE_UPDATE" ? "2026-03-09T09:00:01.000000+00:00" : null,
          tts: false,
          mention_everyone: false,
          mentions: mentioned ? [userJson(of.bot)] : [],
          mention_roles: [],
          attachments: [],
          embeds: [],
          pinned: false,
          type: 0,
        },
      });
    },

    /** The last event of a person once more. */
    repeat(by: User): string {
      const event = last.get(by.id);
      if (event === undefined) throw new Error(`${by.name} did nothing yet`);
      return deliver(by, event);
    },
  };
}
