import { randomUUID } from "node:crypto";
import type { AccountRef, Place } from "../../chat/ask.ts";
import { plainView } from "../../chat/plain.ts";
import type { View } from "../../chat/view.ts";
import { type LocalPerson, local } from "../../platforms/local/index.ts";
import type { FormValue, Peer, Seen } from "../contracts/peer.ts";
import { localCaller } from "./local-calls.ts";
import { localMessagesInMemory } from "./local-messages.ts";
import type { FormShape, MessageShape } from "./local-shapes.ts";

const person = (id: string, name: string, locale: LocalPerson["locale"]): LocalPerson => {
  return { id, name, locale, roles: ["agent"], team: "Team One", site: "harbour", zone: "Europe/London" };
};
const anaAndBen = [person("ana", "Ana", "en"), person("ben", "Ben", "zh-CN")];
const channel: Place = { platform: "local", workspace: "local", id: "floor", kind: "channel" };
const account = (user: string): AccountRef => ({ platform: "local", workspace: "local", user });
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** What the page shows of a view in words: people by mention. */
const readOut = (view: MessageShape["view"]) =>
  plainView(
    JSON.parse(JSON.stringify(view), (_key, value) => (value?.is === "person" ? `@${value.name}` : value)) as View,
  );

/** The local platform, acted on by its HTTP interface alone; the first two of its people are Ana and Ben. */
export async function localPeer(people: readonly LocalPerson[] = anaAndBen): Promise<Peer> {
  const [ana, ben] = people;
  if (ana === undefined || ben === undefined) throw new Error("the page needs two people");
  const { listening, get, post, content, violations, close } = localCaller();
  const platform = await local.create(
    { asked: true },
    {
      log: quiet,
      port: 0,
      ready: async () => true,
      clock: () => new Date(),
      messages: localMessagesInMemory(),
      people: async () => people,
      sites: async () => [{ id: "harbour", name: "Harbour", zone: "Europe/London" }],
      channels: async () => [{ id: channel.id, name: "floor" }],
      listening,
    },
  );
  const open = new Map<string, FormShape>();
  const last = new Map<string, () => Promise<unknown>>();

  async function act(by: AccountRef, call: string, body: object) {
    const send = () => post(call, { as: by.user, key: keyed, ...body });
    const keyed = randomUUID();
    last.set(by.user, send);
    const answer = await send();
    if (answer.ok && answer.form) open.set(by.user, answer.form);
    return answer;
  }

  const messages = (by: AccountRef, where: Place) =>
    get(`messages?as=${by.user}&place=${encodeURIComponent(where.id)}&limit=1000`);

  async function seen(message: MessageShape): Promise<Seen> {
    const { id, ephemeral, revised, actions, images, view } = message;
    const files = view.blocks.flatMap((block) => (block.is === "file" ? [block] : []));
    return {
      id,
      ephemeral,
      revised,
      text: readOut(view),
      buttons: actions.flatMap((action) => (action.kind === "menu" ? [] : [action.label])),
      menus: actions.flatMap((action) =>
        action.kind === "menu" ? [{ label: action.label, options: action.options.map((option) => option.label) }] : [],
      ),
      images: await Promise.all(images.map(async ({ alt, url }) => ({ alt, png: await content(url) }))),
      files: await Promise.all(files.map(async ({ name, url }) => ({ name, content: await content(url) }))),
    };
  }

  async function press(by: AccountRef, where: Place, message: string, label: string, option?: string) {
    const found = (await messages(by, where)).find(({ id }) => id === message)?.actions;
    const pressed = found?.find((action) => action.label === label);
    if (pressed === undefined || pressed.kind === "link") throw new Error(`nothing to press called ${label}`);
    const value = pressed.kind === "menu" ? pressed.options.find((known) => known.label === option)?.value : undefined;
    await act(by, "press", { message, action: pressed.action, ...(value === undefined ? {} : { value }) });
  }

  async function sent(by: AccountRef, value: FormValue) {
    if (typeof value === "string") return value;
    if ("account" in value) return { person: value.account.user };
    const { name, content: bytes } = value.file;
    const body = { as: by.user, place: channel.id, name, content: Buffer.from(bytes).toString("base64") };
    return { file: await post("upload", body).then((answer) => ("id" in answer ? answer.id : "")) };
  }

  return {
    platform,
    ana: account(ana.id),
    ben: account(ben.id),
    channel,
    violations,
    close,
    says: async (by, where, line) => void (await act(by, "say", { place: where.id, text: line })),
    sees: async (by, where) => {
      const all = await messages(by, where);
      return Promise.all(all.filter((message) => message.author === null).map(seen));
    },
    presses: (by, where, message, label) => press(by, where, message, label),
    picks: press,
    form(by) {
      const form = open.get(by.user);
      if (form === undefined) return undefined;
      const fields = form.fields.map(({ name, label, value }) => ({
        name,
        label,
        ...(value === undefined ? {} : { value }),
      }));
      return { title: form.title, fields };
    },
    async submits(by, values) {
      const form = open.get(by.user)?.id;
      const given = Object.entries(values).map(async ([name, value]) => [name, await sent(by, value)] as const);
      const answer = await act(by, "submit", { form, values: Object.fromEntries(await Promise.all(given)) });
      if (!answer.ok) return answer.errors ?? {};
      if (!answer.form) open.delete(by.user);
      return undefined;
    },
    repeats: async (by) => void (await last.get(by.user)?.()),
  };
}
