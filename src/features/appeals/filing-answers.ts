import type { IncomingFile } from "../../chat/ask.ts";
import { type Answer, type Call, view } from "../../chat/command.ts";
import type { Params } from "../../chat/param.ts";
import type { Appeals } from "./card.ts";
import type { Kind } from "./domain.ts";
import { formWords as words } from "./messages/form.ts";
import { kindNames } from "./messages/names.ts";
import { challengesOf, pointsText, type Wanted } from "./read-challenges.ts";
import { readEvidence } from "./read-evidence.ts";
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
      const challenges = challengesOf(points, ground);
      if (!challenges.ok)
        return view(notFiledView(challenges.refusal, { ground, evaluation, written, wanted: points }));
      const evidence = await readEvidence({ link, file }, appeals, at);
      const filing = { evaluation, seen, challenges: challenges.value, kind, reason, evidence };
      const outcome = await appeals.file(asker, filing, at);
      if (outcome.ok) return view(filedView(outcome.value));
      return view(notFiledView(outcome.refusal, { ground, evaluation, written, wanted: points }));
    },
  };
}
