import { address } from "../../chat/command.ts";
import { choice, file, id, optional, type Param, parsed, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { formWords as words } from "./messages/form.ts";
import { codeNames, kindNames } from "./messages/names.ts";
import { readPoints } from "./read-challenges.ts";
import { reasonLength } from "./rules.ts";

/** Carried by buttons and forms only. */
const carried = <T extends Param>(param: T): T => ({ ...param, field: () => undefined });
/** Never taken out of a line by its place: only as `link=…`. */
const named = <T extends Param>(param: T): T => ({ ...param, knows: () => false });
const unseen = { label: say({ en: "…", "zh-CN": "…" }) };

const count = carried(
  parsed<number>(unseen, (value) => (/^\d{1,9}$/.test(value) ? done(Number(value)) : refuse({ say: words.oldButton }))),
);

const points = parsed({ label: words.points, hint: words.pointsHint }, readPoints);
const votePoints = parsed<number>({ label: words.votePoints, hint: words.votePointsHint }, (value) => {
  const plain = value.normalize("NFKC");
  return /^\d{1,4}(\.\d{1,2})?$/.test(plain) ? done(Number(plain)) : refuse({ say: words.notANumber });
});

/** The number of an appeal, as people write it: `12` or `#12`. */
export const number = parsed<string>({ label: words.number, hint: words.numberHint }, (value) => {
  const plain = value.normalize("NFKC").replace(/^#\s*/, "");
  return /^\d{1,15}$/.test(plain) ? done(plain) : refuse({ say: words.notAnAppeal });
});

/** A web address that can be shown as a link. */
const link = parsed<string>({ label: words.link, hint: words.linkHint }, (value) =>
  /^https:\/\/\S+$/i.test(value) && value.length <= 500 && URL.canParse(value)
    ? done(value)
    : refuse({ say: words.notALink }),
);

const lengths = { min: reasonLength.min, max: reasonLength.max, paragraph: true } as const;

/** What can be put forward beside words. */
const evidenceParams = {
  link: optional(named(link)),
  file: optional(named(file({ label: words.file5, hint: words.fileHint, maxBytes: 5 * 1024 * 1024 }))),
};

export const answerParams = {
  ...evidenceParams,
  text: text({ label: words.text, max: reasonLength.max, paragraph: true }),
};

export const voteParams = {
  points: votePoints,
  code: choice({ label: words.code, of: codeNames }),
  reason: text({ label: words.voteReason, hint: words.voteReasonHint, ...lengths }),
};

/** What there is to appeal about an evaluation, opened from wherever one is shown. */
export { appealEvaluation as openGround } from "../evaluations/index.ts";

/** One item of an evaluation, with what was decided of the same before. */
export const openItem = address("appeal.item", { evaluation: id(), item: id() });
/** The form of an appeal; the evaluation, the revision that was seen and the points may be filled in already. */
export const fileAppeal = address("appeal.file", {
  evaluation: id(),
  seen: count,
  points,
  kind: choice({ label: words.kind, of: kindNames }),
  reason: text({ label: words.reason, hint: words.reasonHint, ...lengths }),
  ...evidenceParams,
});

/** A case beside what was pressed, or in its place. */
export const openCase = address("appeal.open", { appeal: id() });
export const showCase = address("appeal.show", { appeal: id() });
/** One of the long texts of a case, all of it. */
export const readInFull = address("appeal.read", { appeal: id(), of: id() });
export const openEvidence = address("appeal.evidence", { appeal: id(), file: id() });

export const withdrawAppeal = address("appeal.take-back", { appeal: id() });
export const answerAppeal = address("appeal.answer", { appeal: id(), ...answerParams });
export const forwardAppeal = address("appeal.forward", { appeal: id() });
export const returnAppeal = address("appeal.return", {
  appeal: id(),
  question: text({
    label: words.question,
    hint: words.questionHint,
    min: 10,
    max: reasonLength.max,
    paragraph: true,
  }),
});
export const exceptAppeal = address("appeal.except", {
  appeal: id(),
  granted: carried(choice({ ...unseen, of: { yes: unseen.label, no: unseen.label } })),
});
export const stateGrounds = address("appeal.grounds", {
  appeal: id(),
  statement: text({ label: words.statement, hint: words.statementHint, ...lengths }),
});
/** The form by which one of the panel scores an item. */
export const scoreItem = address("appeal.score", { appeal: id(), item: id(), ...voteParams });

/** The asker's evaluations that can be appealed, as a button beside a score opens them. */
export const openAppealable = address("appeal.choose", {});
/** What waits for the asker, and their own appeals. */
export const openMine = address("appeal.mine", {});
