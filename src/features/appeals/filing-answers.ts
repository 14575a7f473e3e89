import type { IncomingFile } from "../../chat/ask.ts";
import { type Answer, type Call, view } from "../../chat/command.ts";
import type { Params } from "../../chat/param.ts";
import type { Appeals, FilingForm, Ground } from "./card.ts";
import { canBe } from "./context.ts";
import type { Kind } from "./domain.ts";
import { formWords as words } from "./messages/form.ts";
import { kindNames } from "./messages/names.ts";
import type { FileRefusal } from "./messages/refusal.ts";
import { challengesOf, pointsText, type Wanted } from "./read-challenges.ts";
import { readEvidence } from "./read-evidence.ts";
import { reasonLength } from "./rules.ts";
import { filedView } from "./views/filed.ts";
import { appealableView, groundView, itemView } from "./views/ground.ts";
import { notFiledView, type Written } from "./views/refusal.ts";

type Who = Pick<Call<Params>, "asker" | "at">;

/** The form of an appeal as it was filled in. */
type Filled = {
  readonly evaluation: string;
  readonly seen: number;
  readonly points: readonly Wanted[];
  readonly kind: Kind;
  readonly reason: string;
  readonly link?: string | undefined;
  readonly file?: IncomingFile | undefined;
};

const writtenIn = ({ points, kind, reason, link, file }: Filled): Written => [
  { label: words.points, words: pointsText(points) },
  { label: words.kind, words: kindNames[kind] },
  { label: words.reason, words: reason },
  { label: words.link, words: link ?? "" },
  { label: words.file5, words: file?.name ?? "" },
];

type Challenged = FilingForm["challenges"][number];

/** What stands against challenging an item, as far as it can be known before filing. */
function against({ item, proposed }: Challenged, { items, form }: Ground): FileRefusal | undefined {
  const line = items.find((one) => one.item === item);
  if (line === undefined) return { why: "no-such-item", item };
  const { points, open } = line;
  if (points === "na") return { why: "not-applicable", item };
  if (open !== undefined) return { why: "duplicate", item, first: open };
  if (!canBe(form)(item, proposed)) return { why: "no-such-points", item, points: proposed };
  return proposed <= points ? { why: "not-more", item, points } : undefined;
}

/** Why an appeal would not be filed, as far as that can be known before its file is kept. */
function foreseen(filled: Filled, challenges: readonly Challenged[], ground: Ground): FileRefusal | undefined {
  const { revision } = ground.evaluation;
  if (filled.seen !== revision) return { why: "restated", revision };
  const { length } = filled.reason.trim();
  const { min, max } = reasonLength;
  if (length < min) return { why: "reason-too-short", min, length };
  if (length > max) return { why: "reason-too-long", max, length };
  return challenges.map((one) => against(one, ground)).find((refusal) => refusal !== undefined);
}

/** What agents are answered who look at what can be appealed, and file. */
export function filingAnswers(appeals: Appeals) {
  return {
    list: async ({ asker, at }: Who): Promise<Answer> => view(appealableView(await appeals.appealable(asker, at))),

    async ground({ asker, at }: Who, evaluation: string): Promise<Answer> {
      const found = await appeals.ground(asker, evaluation, at);
      if (!found.ok) return view(notFiledView(found.refusal));
      const { items, evaluation: own } = found.value;
      const [only, ...more] = items;
      const isOne = only !== undefined && more.length === 0;
      return view(groundView(found.value, isOne ? await appeals.similar(asker, own.form, only.item) : []));
    },

    async item({ asker, at }: Who, evaluation: string, item: string): Promise<Answer> {
      const found = await appeals.ground(asker, evaluation, at);
      if (!found.ok) return view(notFiledView(found.refusal));
      const line = found.value.items.find((one) => one.item === item);
      if (line === undefined) return view(notFiledView({ why: "no-such-item", item }, { ground: found.value }));
      return view(itemView(found.value, line, await appeals.similar(asker, found.value.evaluation.form, item)));
    },

    async file({ asker, at }: Who, filled: Filled): Promise<Answer> {
      const { evaluation, seen, points, kind, reason, link, file } = filled;
      const written = writtenIn(filled);
      const found = await appeals.ground(asker, evaluation, at);
      if (!found.ok) return view(notFiledView(found.refusal, { written }));
      const ground = found.value;
      const refused = (refusal: FileRefusal) =>
        view(notFiledView(refusal, { ground, evaluation, written, wanted: points }));
      const challenges = challengesOf(points, ground);
      if (!challenges.ok) return refused(challenges.refusal);
      // No file is kept of an appeal that cannot be filed.
      const hindrance = file && foreseen(filled, challenges.value, ground);
      if (hindrance !== undefined) return refused(hindrance);
      const evidence = await readEvidence({ link, file }, appeals, at);
      const filing = { evaluation, seen, challenges: challenges.value, kind, reason, evidence };
      const outcome = await appeals.file(asker, filing, at);
      return outcome.ok ? view(filedView(outcome.value)) : refused(outcome.refusal);
    },
  };
}
