import type { AccountRef, Place } from "../chat/ask.ts";
import { plainView } from "../chat/plain.ts";
import { type Limits, NotDelivered, type Platform, type Receipt } from "../chat/platform.ts";
import type { View } from "../chat/view.ts";

/** A message on the test platform; without `onlyFor` everybody in the place sees it. */
export type Shown = {
  readonly id: string;
  readonly place: Place;
  readonly onlyFor: AccountRef | undefined;
  readonly view: View;
  /** Rises with every message and every revision. */
  readonly turn: number;
};

const plenty = 1_000_000;
const roomy: Limits = {
  measure: (text) => text.length,
  title: plenty,
  heading: plenty,
  text: plenty,
  note: plenty,
  total: plenty,
  blocks: plenty,
  facts: plenty,
  factLabel: plenty,
  factValue: plenty,
  tableRows: plenty,
  tableColumns: plenty,
  tableCell: plenty,
  tableText: plenty,
  buttons: plenty,
  buttonLabel: plenty,
  menuOptions: plenty,
  menuLabel: plenty,
  optionLabel: plenty,
  alt: plenty,
};

const directOf = ({ platform, workspace, user }: AccountRef): Place => ({
  platform,
  workspace,
  id: `dm-${user}`,
  kind: "dm",
});
const isSame = (a: object, b: object) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** A platform that keeps every message in memory and stands for as many vendors as a test has names for. */
export function testPlatform() {
  const messages: Shown[] = [];
  const keys = new Map<string, Receipt>();
  let turn = 0;

  const put = (message: Omit<Shown, "turn">) => {
    turn += 1;
    const at = messages.findIndex(({ id }) => id === message.id);
    messages.splice(at === -1 ? messages.length : at, at === -1 ? 0 : 1, { ...message, turn });
    return { place: message.place, message: message.id };
  };
  const show = (place: Place, view: View, onlyFor?: AccountRef) => put({ id: `m${turn + 1}`, place, onlyFor, view });

  const platform: Platform = {
    name: "test",
    limits: roomy,
    hasThreads: true,
    pace: { perSecond: Number.POSITIVE_INFINITY, perPlaceMs: 0 },
    start: async () => {},
    connect: async () => {},
    stop: async () => {},
    async post(place, view, key) {
      const receipt = keys.get(key ?? "") ?? show(place, view);
      if (key !== undefined) keys.set(key, receipt);
      return receipt;
    },
    async find(place, key) {
      const found = keys.get(key);
      return found !== undefined && isSame(found.place, place) ? found : undefined;
    },
    async revise({ message }, view) {
      const known = messages.find(({ id }) => id === message);
      if (known === undefined) throw new NotDelivered("refused", `no message ${message}`);
      put({ ...known, view });
    },
    direct: async (account) => directOf(account),
    // Every site has every channel that it speaks of.
    channel: async (site, name) => {
      return { platform: "test", workspace: site, id: name.replace(/^#/, ""), kind: "channel" };
    },
    accountOf: ({ accounts }) => accounts[0],
  };

  return {
    ...platform,
    show,
    /** Sends a message to one account. */
    tell: async (account: AccountRef, view: View) => {
      show(directOf(account), view);
    },
    directOf,
    turn: () => turn,
    /** What an account sees, in the order of the conversation: its own direct messages and every channel of its workspace. */
    seenBy: (account: AccountRef): readonly Shown[] =>
      messages.filter(({ place, onlyFor }) => {
        if (onlyFor !== undefined && !isSame(onlyFor, account)) return false;
        if (place.kind === "dm") return isSame(place, directOf(account));
        return place.platform === account.platform && place.workspace === account.workspace;
      }),
  };
}

export type TestPlatform = ReturnType<typeof testPlatform>;

export const plainMessages = (messages: readonly Shown[]): string =>
  messages.map(({ view }) => plainView(view)).join("\n\n");
