import { address } from "../../chat/command.ts";
import { choice, id, optional, type Param, parsed, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { parseDay, startOfMonth } from "../../kernel/time.ts";
import { leapDays } from "../people/index.ts";
import { isYearDay, type YearDay } from "./days.ts";
import { cardWords } from "./messages/cards.ts";
import { listWords, monthNames } from "./messages/list.ts";
import { ownWords, privacyNames } from "./messages/own.ts";
import { partyWords } from "./messages/party.ts";
import { readYearDay } from "./year-day.ts";

/** Carried by buttons only. */
const carried = <T extends Param>(param: T): T => ({ ...param, field: () => undefined });

const unseen = { label: say({ en: "…", "zh-CN": "…" }) };
const unknown = say({ en: "This button is of an older version.", "zh-CN": "该按钮来自旧版本。" });
const noChoice = "-";

/** A birthday as people write it. */
export const birthday = parsed<YearDay>({ label: ownWords.day, hint: ownWords.dayHint }, (value, { locale }) => {
  const read = readYearDay(value, locale);
  return read.ok ? read : refuse({ say: ownWords.notADay[read.refusal.why](value) });
});

export const privacy = choice({ label: ownWords.who, hint: ownWords.whoHint, of: privacyNames });
/** The month whose birthdays are listed, by its number. */
export const listedMonth = optional(choice({ label: listWords.month, hint: listWords.monthHint, of: monthNames }));
const leapNames = { "02-28": unseen.label, "03-01": unseen.label } satisfies Record<(typeof leapDays)[number], unknown>;
const leap = carried(choice({ ...unseen, of: leapNames }));

/** A choice that was made, or a dash for none. */
const kept = <const V extends string>(values: readonly V[]) =>
  carried(
    parsed<V | undefined>(unseen, (value) => {
      const found = values.find((one) => one === value);
      return found === undefined && value !== noChoice ? refuse({ say: unknown }) : done(found);
    }),
  );
const keptDay = carried(
  parsed<YearDay>(unseen, (value) => {
    const [month = 0, day = 0] = /^\d\d-\d\d$/.test(value) ? value.split("-").map(Number) : [];
    return isYearDay({ month, day }) ? done({ month, day }) : refuse({ say: unknown });
  }),
);
const month = carried(
  parsed(unseen, (value) => {
    const on = parseDay(value);
    return on === undefined || on !== startOfMonth(on) ? refuse({ say: unknown }) : done(on);
  }),
);

export const setPrivacy = address("birthday.who", { who: carried(privacy) });
export const setLeapDay = address("birthday.leap", { leap });
export const clearBirthday = address("birthday.clear", {});
/** Puts back what was cleared. */
export const restoreBirthday = address("birthday.restore", {
  day: keptDay,
  leap: kept(leapDays),
  who: kept(["public", "team", "none"]),
});

const mostWords = 300;
const words = text({ label: cardWords.words, hint: cardWords.wordsHint, max: mostWords, paragraph: true });
/** Opens the form of a signature, or of the words that a card begins with. */
export const signCard = address("birthday.sign", { card: id(), words });
export const openCard = address("birthday.open", { card: id(), words });
/** Takes back what somebody wrote on a card. */
export const takeBack = address("birthday.unsign", { card: id() });

const partyOf = { site: id(), month };
export const organise = address("birthday.party", partyOf);
export const stepBack = address("birthday.party-back", partyOf);
/** Opens the form of the plan. */
export const planParty = address("birthday.party-plan", {
  ...partyOf,
  plan: text({ label: partyWords.plan, hint: partyWords.planHint, max: mostWords, paragraph: true }),
});

/** A choice as `kept` reads it. */
export const keptText = (value: string | undefined): string => value ?? noChoice;
