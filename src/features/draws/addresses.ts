import { address } from "../../chat/command.ts";
import { choice, date, id, optional, type Param, parsed, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { forgives } from "../../kernel/prize.ts";
import { textLengths } from "./domain.ts";
import { formWords as words } from "./messages/form.ts";
import { prizeRefusal } from "./rules.ts";

/** Carried by buttons only. */
const carried = <T extends Param>(param: T): T => ({ ...param, field: () => undefined });

const unknown = say({ en: "This button is of an older version.", "zh-CN": "该按钮来自旧版本。" });
const unseen = { label: say({ en: "…", "zh-CN": "…" }) };

const count = carried(
  parsed<number>(unseen, (value) => (/^\d{1,9}$/.test(value) ? done(Number(value)) : refuse({ say: unknown }))),
);

/** A whole number in a form, between two. */
const whole = (worded: { label: typeof words.winners; hint: typeof words.winners }, min: number, max: number) =>
  parsed<number>(worded, (value) => {
    const number = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max ? done(number) : refuse({ say: words.notBetween(min, max) });
  });

/** Points in a form, from 0 to 100. */
const points = (worded: { label: typeof words.winners; hint: typeof words.winners }) =>
  parsed<number>(worded, (value) => {
    const number = /^\d{1,3}([.,]\d{1,2})?\s*[%％]?$/.test(value)
      ? Number(value.replace(",", ".").replace(/\s*[%％]$/, ""))
      : Number.NaN;
    return number >= 0 && number <= 100 ? done(number) : refuse({ say: words.notBetween(0, 100) });
  });

/** A draw by its number, as people type it. */
export const numberParam = () =>
  optional(
    parsed<number>({ label: words.number, hint: words.numberHint }, (value) => {
      const [, digits] = /^#?(\d{1,12})$/.exec(value) ?? [];
      return digits === undefined ? refuse({ say: words.notANumber }) : done(Number(digits));
    }),
  );

const prizeText = text({ label: words.prize, hint: words.prizeHint, ...textLengths.prize });

/** The name of a prize; one that would forgive a score is refused where it is typed (product rules §6). */
const prize: typeof prizeText = {
  ...prizeText,
  parse: (raw, scope) => {
    const name = prizeText.parse(raw, scope);
    return name.ok && forgives(name.value) ? refuse({ say: prizeRefusal }) : name;
  },
};

/** What a new draw is made from; everything else is set on its draft. */
export const draftParams = {
  prize,
  winners: whole({ label: words.winners, hint: words.winnersHint }, 1, 100),
  closes: date({ label: words.closes, hint: words.closesHint }),
  score: optional(points({ label: words.score, hint: words.scoreHint })),
  attendance: optional(points({ label: words.attendance, hint: words.attendanceHint })),
};

const draw = id();

export const showDraw = address("draw.show", { draw });
export const enterDraw = address("draw.enter", { draw });
export const leaveDraw = address("draw.leave", { draw });
/** Opens the form of a number of one's own. */
export const writeNumber = address("draw.number", { draw });
export const addNumber = address("draw.add-number", {
  draw,
  nonce: text({ label: words.nonce, hint: words.nonceHint, ...textLengths.nonce }),
});
export const howItWorks = address("draw.how", { draw });
export const showLine = address("draw.line", { draw });
export const writeChallenge = address("draw.challenge", { draw });
export const sendChallenge = address("draw.challenge-it", {
  draw,
  text: text({ label: words.challenge, hint: words.challengeHint, ...textLengths.challenge, paragraph: true }),
});
/** Opens the form of an answer to a challenge, which is named by its place among them. */
export const writeAnswer = address("draw.answer", { draw, index: count });
export const sendAnswer = address("draw.answer-it", {
  draw,
  index: count,
  verdict: choice({ label: words.verdict, of: words.verdicts }),
  reason: text({ label: words.reason, hint: words.answerHint, ...textLengths.reason, paragraph: true }),
});
/** Opens the form of the public number that an auditor types. */
export const writePublic = address("draw.reveal", { draw });
export const sendPublic = address("draw.reveal-it", {
  draw,
  number: parsed<string>({ label: words.publicNumber, hint: words.publicNumberHint }, (value) => {
    const digits = value.replace(/\s/g, "");
    return /^\d{3,64}$/.test(digits) ? done(digits) : refuse({ say: words.notDigits });
  }),
});

/** Opens the form of a cancellation; `seen` is the state in which the draw was seen. */
export const writeCancel = address("draw.cancel", { draw, seen: id() });
export const cancelDraw = address("draw.cancel-it", {
  draw,
  seen: id(),
  reason: text({ label: words.reason, hint: words.cancelHint, ...textLengths.reason, paragraph: true }),
});
/** Agrees to the wish that was read, which is named by its moment. */
export const secondCancel = address("draw.second", { draw, wish: id() });
export const keepDraw = address("draw.keep", { draw });

export const claimPrize = address("draw.claim", { draw });
export const giveUpPrize = address("draw.give-up", { draw });
export const verifyDraw = address("draw.verify", { draw });

/** Opens a draft as it was seen at a version. */
export const openDraft = address("draw.open", { draw, seen: count });
export const dropDraft = address("draw.drop", { draw });
export const writeDraft = address("draw.change", { draw });
export const saveDraft = address("draw.save", { draw, ...draftParams });
export const setDraft = address("draw.set", { draw, what: id(), value: id() });
export const setSource = address("draw.source", { draw, source: id() });
export const namePublic = address("draw.name-public", {
  draw,
  what: text({ label: words.publicWhat, hint: words.publicWhatHint, min: 10, max: 200 }),
  digits: parsed<number>({ label: words.publicDigits, hint: words.publicDigitsHint }, (value) => {
    const digits = /^\d{1,2}$/.test(value) ? Number(value) : 0;
    return digits >= 3 && digits <= 64 ? done(digits) : refuse({ say: words.notSoManyDigits });
  }),
});

/** A moment as a button carries it. */
export const momentText = (at: Date): string => at.getTime().toString(36);
