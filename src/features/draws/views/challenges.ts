import { type Block, type Spans, strong } from "../../../chat/view.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Person, PersonId } from "../../people/index.ts";
import type { Challenge, Draw } from "../domain.ts";
import { postWords as words } from "../messages/posts.ts";
import { personOf } from "./common.ts";

type People = ReadonlyMap<PersonId, Person>;

function item({ by, text, answer }: Challenge, index: number, people: People, locale: Locale): Spans {
  const said = [strong(`${index + 1}. `), personOf(by, people, { locale }), words.colon(locale), text];
  if (answer === undefined) return [...said, words.unanswered(locale)];
  const verdict = (answer.isRight ? words.right : words.wrong)(locale);
  return [
    ...said,
    words.answered(locale),
    personOf(answer.by, people, { locale }),
    words.colon(locale),
    strong(verdict),
    answer.reason,
  ];
}

/** Everybody's word against the list, with what was said to it. */
export const challengeBlocks = ({ challenges }: Draw, people: People, locale: Locale): readonly Block[] =>
  challenges.length === 0
    ? []
    : [
        { is: "heading", text: words.challenges(locale) },
        { is: "list", items: challenges.map((one, index) => item(one, index, people, locale)) },
      ];
