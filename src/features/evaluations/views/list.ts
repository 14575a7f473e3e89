import { type Block, note, type Spans, text, typed, type View } from "../../../chat/view.ts";
import { format, type Locale, type Localised } from "../../../kernel/locale.ts";
import { openEvaluation } from "../addresses.ts";
import { type Evaluation, stateOf } from "../domain.ts";
import { listWords as words } from "../messages/list.ts";
import { type EvaluationList, formKey, mostListed } from "../reading.ts";

const formName = ({ forms }: EvaluationList, { form, version }: Evaluation, locale: Locale) =>
  (version === undefined ? undefined : forms.get(formKey(form, version))?.name[locale]) ?? form;

function table(list: EvaluationList, locale: Locale): Block {
  const { number, shortDay } = format(locale);
  return {
    is: "table",
    columns: [
      { label: words.day(locale), align: "start" },
      { label: words.number(locale), align: "start" },
      { label: words.form(locale), align: "start" },
      { label: words.points(locale), align: "end" },
      { label: words.state(locale), align: "start" },
    ],
    rows: list.evaluations.map((one) => [
      shortDay(one.day),
      one.number,
      formName(list, one, locale),
      number(one.points, 2),
      words.states[stateOf(one)](locale),
    ]),
  };
}

function nextStep({ person, isOwn }: EvaluationList, isScored: boolean, locale: Locale): Spans {
  if (!isOwn) return [words.noneOf(person.name)(locale), typed("evaluate")];
  return isScored ? [words.none(locale), typed("myscore")] : [words.noneOwn(locale), typed("evaluations 1001")];
}

/** Somebody's evaluations, the latest first, with a way to open each; without any, what to do next. */
export const listView =
  (list: EvaluationList, isScored: boolean): Localised<View> =>
  ({ locale }) => {
    const { person, isOwn, evaluations } = list;
    const title = (isOwn ? words.own : words.of(person.name))(locale);
    if (evaluations.length === 0) return { title, blocks: [text(...nextStep(list, isScored, locale))] };
    const unread = evaluations.filter(({ acknowledgedAt }) => acknowledgedAt === undefined).length;
    return {
      title,
      blocks: [
        table(list, locale),
        ...(evaluations.length < mostListed ? [] : [note(words.newest(evaluations.length)(locale))]),
        ...(isOwn && unread > 0 ? [note(words.unread(unread)(locale), typed("ack"))] : []),
        {
          is: "menu",
          label: words.open(locale),
          action: openEvaluation.to({}),
          options: evaluations.map(({ id, number, day, points }) => ({
            value: id,
            label: words.option(number, day, points)(locale),
          })),
        },
      ],
    };
  };
