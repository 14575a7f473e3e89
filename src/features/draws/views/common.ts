import type { Attachment, Fact, Span, Spans } from "../../../chat/view.ts";
import { code } from "../../../chat/view.ts";
import type { Locale, Reader } from "../../../kernel/locale.ts";
import { dayAt } from "../../../kernel/time.ts";
import { momentOf, type Person, type PersonId } from "../../people/index.ts";
import type { Draw } from "../domain.ts";
import { awardNamesOf, type Ineligible, monthOf } from "../eligibility.ts";
import { drawWords as words } from "../messages/draw.ts";
import { ruleWords } from "../messages/rule.ts";
import type { ProofFiles } from "../reading.ts";

export { momentOf } from "../../people/index.ts";

/** Somebody by name, or words for who is no longer known. */
export function personOf(
  id: PersonId | undefined,
  people: ReadonlyMap<PersonId, Person>,
  { locale }: Pick<Reader, "locale">,
): Span {
  const person = id === undefined ? undefined : people.get(id);
  return person === undefined ? words.somebody(locale) : { is: "person", name: person.name, accounts: person.accounts };
}

export const titleOf = ({ number, prize }: Draw, locale: Locale): string => words.title(number, prize)(locale);

/** Who may take part, in words, and the month that it goes by where it matters. */
function ruleOf(draw: Draw, { locale, zone }: Reader): string {
  const { eligibility, tickets, closesAt } = draw;
  const { conditions, awards, noWinWithinDays } = eligibility;
  const parts = [
    ...conditions.map((condition) => ruleWords.atLeast(condition)(locale)),
    ...(awards.length > 0 ? [ruleWords.awards(awardNamesOf(draw))(locale)] : []),
    ...(noWinWithinDays > 0 ? [ruleWords.noWin(noWinWithinDays)(locale)] : []),
  ];
  const goesByMonth = conditions.length > 0 || awards.length > 0 || tickets.perAward > 0 || tickets.perKudos > 0;
  const month = ruleWords.month(monthOf(eligibility, dayAt(closesAt, zone)).from)(locale);
  const [between, end] = locale === "en" ? ["; ", ". "] : ["；", "。"];
  const rule = parts.length === 0 ? ruleWords.everybody(locale) : parts.join(between);
  return goesByMonth ? `${rule}${end}${month}` : rule;
}

export const ticketsOf = ({ tickets: { perAward, perKudos, cap } }: Draw, locale: Locale): string =>
  (perAward === 0 && perKudos === 0) || cap === 1
    ? ruleWords.oneTicket(locale)
    : ruleWords.tickets(perAward, perKudos, cap)(locale);

/** Why somebody cannot take part, as a part of a sentence. */
export function whyNot(chance: Ineligible, locale: Locale): string {
  switch (chance.why) {
    case "not-here":
      return ruleWords.notHere(locale);
    case "organiser":
      return ruleWords.organiser(locale);
    case "auditor":
      return ruleWords.auditor(locale);
    case "won-lately":
      return ruleWords.wonLately(chance.days)(locale);
    case "no-award":
      return ruleWords.noAward(chance.awards)(locale);
    case "condition":
      return ruleWords.missed(chance.condition, chance.value)(locale);
  }
}

/** Where the randomness comes from: what was named at the close, else what was promised. */
export function sourceOf({ closed, source }: Draw, locale: Locale): string {
  if (closed?.source.is === "drand") return words.drandRound(closed.source.round)(locale);
  switch (source.is) {
    case "commit-reveal":
      return words.commitReveal(locale);
    case "drand":
      return words.drand(locale);
    case "public":
      return words.publicSource(source.what)(locale);
  }
}

export const fact = (label: string, ...value: Spans): Fact => ({ label, value });

/** What a draw is about: prize, winners, rule, tickets, close. */
export const termsOf = (draw: Draw, reader: Reader): readonly Fact[] => {
  const { locale } = reader;
  return [
    fact(words.prize(locale), draw.prize[locale]),
    fact(words.winners(locale), words.winnersOf(draw.winners, draw.alternates)(locale)),
    fact(words.who(locale), ruleOf(draw, reader)),
    fact(words.tickets(locale), ticketsOf(draw, locale)),
    fact(words.closes(locale), momentOf(draw.closesAt, reader)),
    fact(words.randomness(locale), sourceOf(draw, locale)),
  ];
};

/** What a source came to. */
export function revealedFacts({ revealed, closed }: Draw, locale: Locale): readonly Fact[] {
  switch (revealed?.is) {
    case undefined:
      return [];
    case "commit-reveal":
      return [
        fact(words.seed(locale), code(revealed.seed)),
        ...(closed?.source.is === "commit-reveal"
          ? [fact(words.seedHash(locale), code(closed.source.commitment))]
          : []),
      ];
    case "drand":
      return [fact(words.round(locale), code(String(revealed.round)))];
    case "public":
      return [fact(words.publicNumber(locale), code(revealed.number))];
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The manifest as a file whose SHA-256 is the hash that was posted. */
export const manifestFile = ({ number }: Draw, text: string): Attachment => ({
  is: "file",
  name: `draw-${number}-manifest.json`,
  type: "application/json",
  content: utf8(text),
});

/** The proof of a result, and the script that runs it again. */
export const proofFiles = ({ number }: Draw, { text, script }: ProofFiles): readonly Attachment[] => [
  { is: "file", name: `draw-${number}.json`, type: "application/json", content: utf8(text) },
  { is: "file", name: "verify-draw.mjs", type: "text/javascript", content: script },
];

/** The one command that runs a draw again offline. */
export const commandOf = ({ number, closed }: Draw): string =>
  `node verify-draw.mjs draw-${number}.json ${closed?.manifestHash ?? ""}`.trim();
