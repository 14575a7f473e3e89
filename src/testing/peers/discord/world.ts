import type { EmbedJson, ModalJson, RowJson } from "./rules.ts";

export type User = { readonly id: string; readonly name: string; readonly bot: boolean; readonly locale: string };
export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly content: Uint8Array;
};

/** A message as the vendor keeps it. */
export type Stored = {
  readonly id: string;
  readonly channel: string;
  readonly author: User;
  /** The only user who sees it. */
  readonly onlyFor?: string;
  /** Posted to the channel, not in answer to an interaction. */
  isPost?: boolean;
  nonce?: string;
  /** The message that it is a reply to. */
  reference?: unknown;
  content: string;
  embeds: readonly EmbedJson[];
  components: readonly RowJson[];
  files: readonly StoredFile[];
  waiting: boolean;
  revised: boolean;
  deleted: boolean;
};

export type InteractionType = 2 | 3 | 5;

/** An interaction that was delivered, and how far its answer is. */
export type Delivered = {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly user: User;
  readonly channel: string;
  readonly message?: Stored;
  responded: boolean;
  original?: Stored;
  /** The messages that answered it, in their order. */
  readonly answers: Stored[];
};

export type OpenForm = { readonly modal: ModalJson; readonly message?: Stored; readonly channel: string };

/** A thread, which has the id of the message that it hangs under. */
export type Thread = { readonly id: string; readonly parent: string; readonly name: string; readonly owner: string };

const epoch = 1_420_070_400_000n;

/** Ids that grow, each with the time of its making in it, as Discord's are. */
function snowflakes(): () => string {
  let count = 0n;
  return () => String(((BigInt(Date.now()) - epoch) << 22n) | (count++ & 0x3fffffn));
}

/** One guild with one channel, a bot and two people, and everything that was said there. */
export function world() {
  const id = snowflakes();
  const user = (name: string, locale: string, bot = false): User => ({ id: id(), name, bot, locale });
  const bot = user("fairline", "en-US", true);
  const ana = user("ana", "en-US");
  const ben = user("ben", "zh-CN");
  const robot = user("robot", "en-US", true);
  const dms = new Map<string, string>();
  const messages: Stored[] = [];
  return {
    id,
    bot,
    ana,
    ben,
    robot,
    people: [ana, ben],
    /** Whether the Message Content intent is switched on for the application. */
    readsContents: false,
    threads: new Map<string, Thread>(),
    application: id(),
    guild: id(),
    channel: id(),
    token: "secret-token-of-the-peer",
    messages,
    interactions: new Map<string, Delivered>(),
    forms: new Map<string, OpenForm>(),
    uploads: new Map<string, StoredFile>(),
    violations: [] as string[],
    /** The direct conversation with a user, opened if need be. */
    dm(of: string): string {
      const known = dms.get(of) ?? id();
      dms.set(of, known);
      return known;
    },
    isDm: (channel: string) => [...dms.values()].includes(channel),
    userOf: (of: string) => [bot, ana, ben, robot].find((one) => one.id === of),
    partnerOf: (channel: string) => [...dms].find(([, dm]) => dm === channel)?.[0],
    find: (message: string) => messages.find((one) => one.id === message && !one.deleted),
  };
}

export type World = ReturnType<typeof world>;
