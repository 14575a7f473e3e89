import type { Asker } from "../../chat/asker.ts";
import type { Person, PersonId, Site, SiteId } from "../people/index.ts";
import type { Clockwork } from "./clockwork.ts";
import type { Draw, Entry, Prize } from "./domain.ts";
import type { Chance, Eligible, Ineligible } from "./eligibility.ts";
import type { MoveRefusal } from "./moves.ts";
import type { DrawsConfig } from "./rules.ts";
import type { DrawStore } from "./store.ts";

/** What draws ask of the roster. */
export type DrawRoster = {
  site(id: SiteId): Promise<Site | undefined>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
};

/** What everything that people do with draws stands on. */
export type DeskDeps = {
  readonly store: DrawStore;
  readonly roster: DrawRoster;
  readonly rules: (site: SiteId) => Promise<DrawsConfig>;
  readonly eligible: Eligible;
  readonly clockwork: Clockwork;
  readonly newId: () => string;
  /** So many random bytes, which nobody can guess. */
  readonly random: (bytes: number) => Buffer;
};

/** Who does something with a draw. */
export type Who = Pick<Asker, "person" | "site" | "roles" | "zone">;

/** How whoever reads a draw stands to it themselves. */
export type Own = {
  readonly entry?: Entry;
  readonly chance: Chance;
  readonly prize?: Prize;
};

/** A draw with what its reader has to see. */
export type DrawCard = {
  readonly draw: Draw;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly prizes: readonly Prize[];
  readonly own: Own;
  /** Whether the reader may ask for it to be cancelled. */
  readonly mayCancel: boolean;
  readonly mayJudge: boolean;
  readonly isAuditor: boolean;
  readonly reader: PersonId;
};

/** Why something was not done with a draw. */
export type DrawRefusal =
  | MoveRefusal
  | Ineligible
  | { readonly why: "no-such-draw"; readonly number?: number }
  | { readonly why: "not-open-to-you" }
  /** Its site has no channel, so that nobody could read the hash. */
  | { readonly why: "no-channel" }
  | { readonly why: "in-it-already" }
  /** Everybody who may is in it, and nobody enters or leaves. */
  | { readonly why: "takes-everybody" }
  /** Its randomness is nobody's here. */
  | { readonly why: "needs-no-number" }
  | { readonly why: "enter-first" }
  /** It is not as it was when it was seen. */
  | { readonly why: "changed" }
  | { readonly why: "asked-already"; readonly isOwn: boolean }
  | { readonly why: "challenge-waits" }
  | { readonly why: "forgives" }
  | { readonly why: "closes-too-soon" }
  | { readonly why: "closes-too-late"; readonly days: number }
  | { readonly why: "not-a-public-number" };

/** Everybody who is named when a draw is told. */
export const namedIn = (draw: Draw, prizes: readonly Prize[]): readonly PersonId[] => [
  ...new Set(
    [
      draw.organiser,
      draw.cancelling?.by,
      draw.typed?.by,
      ...(draw.cancelled?.why === "by-two" ? [draw.cancelled.by, draw.cancelled.seconded] : []),
      ...draw.challenges.flatMap(({ by, answer }) => [by, answer?.by]),
      ...prizes.map(({ person }) => person),
    ].filter((id) => id !== undefined),
  ),
];

/** Whether somebody sees a draw at all: those of their site do, and auditors see every one. */
const sees = ({ site, roles }: Who, draw: Draw): boolean => site === draw.site || roles.includes("auditor");

/** A draft is for those who make draws. */
export const isShownTo = (who: Who, draw: Draw): boolean =>
  sees(who, draw) && (draw.openedAt !== undefined || who.roles.includes("admin") || who.roles.includes("auditor"));
