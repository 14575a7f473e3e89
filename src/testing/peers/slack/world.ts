import type { KnownBlock, ModalView } from "@slack/types";

/** What an app attaches to a message unseen. */
export type Metadata = { readonly event_type: string; readonly event_payload: Readonly<Record<string, unknown>> };

export type Told = {
  readonly ts: string;
  readonly channel: string;
  /** Who wrote it, when it was not the bot. */
  readonly by?: string;
  readonly metadata?: Metadata;
  /** Who alone sees it. */
  readonly onlyFor?: string;
  readonly thread?: string;
  text: string;
  blocks: readonly KnownBlock[];
  readonly files: readonly string[];
  revised: boolean;
};

export type Stored = {
  readonly id: string;
  readonly name: string;
  readonly alt: string;
  readonly length: number;
  content?: Uint8Array;
  /** The conversations it is shared in. */
  readonly sharedIn: Set<string>;
  /** How often it was looked at since it was complete: Slack knows its type only after a while. */
  looks: number;
  complete: boolean;
};

/** A response URL: one person, one place, five uses within half an hour. */
export type ResponseUrl = {
  readonly user: string;
  readonly channel: string;
  readonly message?: Told;
  uses: number;
  until: number;
};

export type OpenView = { readonly id: string; readonly view: ModalView };

/** What a test makes Slack do with a request in place of the usual. */
export type Canned = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** What is asked is done all the same, and only the answer is another. */
  readonly isTaken?: boolean;
  /** No answer comes: the connection breaks off, or it stays silent. */
  readonly ends?: "reset" | "silence";
};
export type Member = { readonly id: string; readonly name: string; readonly email: string; readonly locale: string };

/** What conversations.list tells of a channel. */
export type Listed = {
  readonly id: string;
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
};

/** A Slack workspace of two people, one channel and a bot, with everything that was sent to it. */
export type World = {
  readonly team: string;
  readonly bot: { readonly user: string; readonly id: string };
  /** A bot of somebody else's. */
  readonly robot: { readonly user: string; readonly id: string };
  readonly members: ReadonlyMap<string, Member>;
  readonly channels: Map<string, ReadonlySet<string>>;
  readonly listed: Listed[];
  readonly told: Told[];
  readonly files: Map<string, Stored>;
  readonly views: Map<string, OpenView>;
  readonly triggers: Map<string, { readonly user: string; readonly until: number }>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly violations: string[];
  /** Every call, in order. */
  readonly calls: { readonly method: string; readonly args: Readonly<Record<string, unknown>> }[];
  /** Answers to give instead of the usual one, by method, each once. */
  readonly canned: Map<string, Canned[]>;
  readonly next: () => number;
};

export const channelId = "C0FLOOR001";
const leadsId = "G0LEADS001";

const members: readonly Member[] = [
  { id: "U0ANA00001", name: "ana", email: "ana@harbour.example", locale: "en-US" },
  { id: "U0BEN00001", name: "ben", email: "ben@harbour.example", locale: "zh-CN" },
];

export function world(): World {
  let last = 0;
  return {
    team: "T0HARBOUR1",
    bot: { user: "U0BOT00001", id: "B0BOT00001" },
    robot: { user: "U0ROBOT001", id: "B0ROBOT001" },
    members: new Map(members.map((member) => [member.id, member])),
    channels: new Map([channelId, leadsId].map((id) => [id, new Set(members.map((member) => member.id))])),
    listed: [
      { id: "C0GENERAL1", name: "general" },
      { id: "C0OLDNEWS1", name: "floor-2025", isArchived: true },
      { id: channelId, name: "floor" },
      { id: leadsId, name: "leads", isPrivate: true },
    ],
    told: [],
    files: new Map(),
    views: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    violations: [],
    calls: [],
    canned: new Map(),
    next: () => {
      last += 1;
      return last;
    },
  };
}

/** A number as Slack writes ids: `D00000007`. */
export const idOf = (letter: string, number: number) => `${letter}${String(number).padStart(9, "0")}`;

/** A timestamp as Slack writes them, of this moment; each is later than the one before. */
export const timestamp = (of: World) =>
  `${Math.floor(Date.now() / 1000)}.${String(of.next() % 1_000_000).padStart(6, "0")}`;

/** The direct conversation of a member with the bot, opened if need be. */
export function directOf(of: World, user: string): string {
  const found = [...of.channels].find(([id, who]) => id.startsWith("D") && who.has(user))?.[0];
  if (found) return found;
  const id = idOf("D", of.next());
  of.channels.set(id, new Set([user]));
  return id;
}

/** Whether somebody may look at a file: it is shared in a conversation that they are in. */
export const maySee = (of: World, file: Stored, user: string) =>
  [...file.sharedIn].some((channel) => of.channels.get(channel)?.has(user));
