import { address } from "../../chat/command.ts";
import { choice, id, optional, type Param, parsed, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { type LocalDate, parseDay } from "../../kernel/time.ts";
import { ackWords } from "./messages/ack.ts";
import { draftWords } from "./messages/draft.ts";
import { kindNames } from "./messages/evaluate.ts";

const noDay = "-";

/** Carried by buttons only. */
const carried = <T extends Param>(param: T): T => ({ ...param, field: () => undefined });

const unknown = say({ en: "This button is of an older version.", "zh-CN": "该按钮来自旧版本。" });
const unseen = { label: say({ en: "…", "zh-CN": "…" }) };

const count = carried(
  parsed<number>(unseen, (value) => (/^\d{1,4}$/.test(value) ? done(Number(value)) : refuse({ say: unknown }))),
);
/** A moment in milliseconds to the base of 36, where every byte counts. */
const moment = carried(
  parsed<Date>(unseen, (value) =>
    /^[\da-z]{1,9}$/.test(value) ? done(new Date(Number.parseInt(value, 36))) : refuse({ say: unknown }),
  ),
);
/** A day, or a dash for none, as a menu's pick fills the first argument that is left out. */
const day = carried(
  parsed<LocalDate | undefined>(unseen, (value) => {
    const on = parseDay(value);
    return on === undefined && value !== noDay ? refuse({ say: unknown }) : done(on);
  }),
);
const kind = carried(choice({ ...unseen, of: kindNames }));

/** The longest comment of a scorer, and of an agent who acknowledges. */
const longestComment = 1000;

/** An agent's contacts that can be evaluated. */
export const chooseAgent = address("evaluate.agent", { kind, agent: id() });
/** Opens the draft of a contact, which is named by its mark; the form is asked for where several fit. */
export const chooseContact = address("evaluate.contact", { kind, agent: id(), day, contact: id() });
export const chooseForm = address("evaluate.on", {
  kind,
  agent: id(),
  day,
  contact: id(),
  form: id(),
});
export const beginEvaluation = address("evaluate.begin", {});

/** A draft: beside what was pressed, and in its place. */
export const openDraft = address("evaluation.draft", { draft: id() });
export const showPage = address("evaluation.page", { page: count, draft: id() });
export const markItem = address("evaluation.mark", { draft: id(), item: id(), mark: id() });
/** Opens the form of a comment on an item, or on all of it. */
export const writeComment = address("evaluation.comment", { page: count, draft: id(), item: id() });
export const saveComment = address("evaluation.note", {
  page: count,
  draft: id(),
  item: id(),
  text: optional(
    text({ label: draftWords.comment, hint: draftWords.commentHint, max: longestComment, paragraph: true }),
  ),
});
/** Publishes a draft that has not changed since `seen`. */
export const publishDraft = address("evaluation.publish", { seen: moment, draft: id() });
export const dropDraft = address("evaluation.drop", { draft: id() });

export const openEvaluation = address("evaluation.open", { evaluation: id() });
/** An evaluation item by item: beside what was pressed, and in its place. */
export const readItems = address("evaluation.items", { evaluation: id() });
export const turnItems = address("evaluation.turn", { page: count, evaluation: id() });
/** Where an evaluation is acknowledged, it is shown again as it was. */
export const acknowledge = address("evaluation.ack", {
  where: carried(choice({ ...unseen, of: { notice: unseen.label, card: unseen.label } })),
  evaluation: id(),
});
/** Opens the form of an acknowledgement with a comment. */
export const acknowledgeWith = address("evaluation.ack-with", { evaluation: id() });
export const ackParams = {
  evaluation: optional(text({ label: ackWords.number, hint: ackWords.numberHint, max: 100 })),
  comment: optional(
    text({ label: ackWords.comment, hint: ackWords.commentHint, max: longestComment, paragraph: true }),
  ),
};

/** Where an agent appeals an evaluation; what it opens is said where appeals are. */
export const appealEvaluation = address("open-ground", { evaluation: id() });

/** A day as `day` reads it. */
export const dayText = (on: LocalDate | undefined): string => on ?? noDay;

/** A moment as `moment` reads it. */
export const momentText = (at: Date): string => at.getTime().toString(36);
