import type { AccountRef } from "../../chat/ask.ts";
import { type Block, type Button, note, strong, text, typed, type View } from "../../chat/view.ts";
import type { Locale, Localised } from "../../kernel/locale.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import * as to from "./addresses.ts";
import { isAccount, localeOf, type Person } from "./domain.ts";
import { type CodeRefusal, type HandOverRefusal, shownCode } from "./link-code.ts";
import { words } from "./link-messages.ts";
import { codeRefused, handOverRefused } from "./refusals.ts";
import { accountName, around, momentOf, timeOf } from "./spans.ts";
import type { LinkedAccount, Member } from "./store.ts";

const buttons = (...all: readonly Button[]): Block => ({ is: "buttons", buttons: all });

const enterCode = (locale: Locale): Block =>
  buttons({ label: words.enterCode(locale), action: to.enterCode.to({}), style: "primary" });

/** How an account becomes somebody's. */
export const waysIn = (locale: Locale): readonly Block[] => [
  text(words.stranger(locale)),
  { is: "list", items: [around(words.wayByApp(locale), typed("link")), [words.wayByPerson(locale)]] },
  text(...around(words.thenEnter(locale), typed(words.linkLine(locale)))),
  enterCode(locale),
];

/** What an account that nobody knows is told; with the address that the platform gave, if any. */
export const strangerView = (locale: Locale, email?: string): View => ({
  title: words.strangerTitle(locale),
  tone: "attention",
  locale,
  blocks: [...waysIn(locale), ...(email === undefined ? [] : [note(words.unknownEmail(email)(locale))])],
});

/** What somebody is told after their last day, in the language that they had. */
export function leftView({ person, site, on }: Member & { readonly on: LocalDate }): View {
  const locale = localeOf(person, site);
  return {
    title: words.leftTitle(locale),
    tone: "attention",
    locale,
    blocks: [text(words.left(person.name, on)(locale))],
  };
}

/** A person's accounts, seen from one of them; a greeting when that one was linked just now. */
export const accountsView =
  (name: string, all: readonly LinkedAccount[], here: AccountRef, isNew: boolean): Localised<View> =>
  ({ locale, zone }) => ({
    title: isNew ? words.welcomeTitle(name)(locale) : words.accountsTitle(locale),
    ...(isNew ? { tone: "good" } : {}),
    blocks: [
      ...(isNew ? [text(words.welcomeByEmail(locale)), whatNext(locale)] : []),
      {
        is: "list",
        items: all.map(({ account, how, at }) => [
          strong(accountName(account)),
          isAccount(account, here) ? words.thisOne(locale) : "",
          words.linkedSince(how, dayAt(at, zone))(locale),
        ]),
      },
      buttons(
        { label: words.getCode(locale), action: to.newCode.to({}), style: "primary" },
        ...all.filter(({ account }) => !isAccount(account, here)).map(({ account }) => unlinkButton(account, locale)),
      ),
    ],
  });

const whatNext = (locale: Locale) => text(...around(words.whatNext(locale), typed("fairline")));

function unlinkButton(account: AccountRef, locale: Locale, label = words.unlink(accountName(account))): Button {
  const confirm = words.confirmUnlink(accountName(account))(locale);
  return { label: label(locale), action: to.unlink.to(account), style: "danger", confirm };
}

/** The answer to a right code. */
export const welcomeView =
  (name: string, before: string | undefined): Localised<View> =>
  ({ locale }) => ({
    title: words.welcomeTitle(name)(locale),
    tone: "good",
    blocks: [
      text(words.welcomeByCode(locale), ...(before ? [" ", words.belongedTo(before)(locale)] : [])),
      whatNext(locale),
    ],
  });

/** A fresh code, for the asker's own other app or to be handed to somebody. */
export const codeView =
  (fresh: { readonly code: string; readonly expiresAt: Date; readonly handTo?: Person }): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const name = fresh.handTo?.name;
    const shown = shownCode(fresh.code);
    const lead = name === undefined ? words.yourCode : words.theirCode(name);
    const enter = name === undefined ? words.enterThere : words.theyEnter;
    const life = name === undefined ? words.codeLife : words.theirCodeLife;
    return {
      title: name === undefined ? words.codeTitle(locale) : words.codeForTitle(name)(locale),
      blocks: [
        text(lead(locale), strong(shown)),
        text(...around(enter(locale), typed(`link ${shown}`))),
        note(...around(life(locale), timeOf(fresh.expiresAt, reader))),
      ],
    };
  };

/** Why a code did not join the account, with another try at hand where one is left. */
export const codeRefusedView =
  (refusal: CodeRefusal, at: Date): Localised<View> =>
  ({ locale }) => {
    const mine = refusal.why === "already-yours";
    const again = !mine && refusal.why !== "too-many" && !(refusal.why === "wrong" && refusal.left === 0);
    return {
      title: mine ? words.accountsTitle(locale) : words.codeRefusedTitle(locale),
      tone: mine ? "good" : "attention",
      blocks: [text(codeRefused(refusal, at, locale)), ...(again ? [enterCode(locale)] : [])],
    };
  };

/** What was typed cannot be a code; from a linked person it was perhaps meant to be somebody. */
export const notACodeView =
  (isLinked: boolean): Localised<View> =>
  ({ locale }) => ({
    title: words.codeRefusedTitle(locale),
    tone: "attention",
    blocks: [
      text(words.badCode(locale)),
      ...(isLinked ? [note(...around(words.maybePerson(locale), typed(words.personLine(locale))))] : []),
      enterCode(locale),
    ],
  });

export const noCodeMadeView =
  (why: Localised<string>): Localised<View> =>
  (reader) => ({ title: words.noHandOverTitle(reader.locale), tone: "attention", blocks: [text(why(reader))] });

export const handOverRefusedView = (refusal: HandOverRefusal, name: string): Localised<View> =>
  noCodeMadeView(({ locale }) => handOverRefused(refusal, name, locale));

/** What a person's other accounts are told when one more was linked. */
export const linkedElsewhereView =
  (account: AccountRef, at: Date): Localised<View> =>
  (reader) => ({
    title: words.linkedElsewhereTitle(reader.locale),
    tone: "attention",
    blocks: [
      text(...around(words.linkedElsewhere(accountName(account))(reader.locale), momentOf(at, reader))),
      text(words.notYou(reader.locale)),
      buttons(unlinkButton(account, reader.locale, words.unlinkIt)),
    ],
  });

/** What a person's other accounts are told when one of theirs went to somebody else. */
export const takenView =
  (account: AccountRef): Localised<View> =>
  ({ locale }) => ({
    title: words.takenTitle(locale),
    tone: "attention",
    blocks: [text(words.taken(accountName(account))(locale))],
  });

/** The answer to unlinking an account. */
export const unlinkedView =
  (account: AccountRef, wasTheirs: boolean): Localised<View> =>
  ({ locale }) => ({
    title: wasTheirs ? words.unlinkedTitle(locale) : words.notLinkedTitle(locale),
    blocks: [
      wasTheirs
        ? text(...around(words.unlinked(accountName(account))(locale), typed("link")))
        : text(words.notLinked(accountName(account))(locale)),
    ],
  });

/** What an account is told that was unlinked from another one. */
export const partedView =
  (name: string): Localised<View> =>
  ({ locale }) => ({
    title: words.partedTitle(locale),
    tone: "attention",
    blocks: [text(...around(words.parted(name)(locale), typed("link")))],
  });
