import { code, type Spans } from "../../../chat/view.ts";
import type { Reader } from "../../../kernel/locale.ts";
import type { Person, PersonId } from "../../people/index.ts";
import type { Draw, Prize } from "../domain.ts";
import { postWords as words } from "../messages/posts.ts";
import { momentOf, personOf } from "./common.ts";

export type Placed = {
  readonly draw: Draw;
  readonly prizes: readonly Prize[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly pseudonyms?: ReadonlyMap<PersonId, string>;
};

function ending({ state, dueAt }: Prize, reader: Reader): Spans {
  switch (state) {
    case "offered":
      return dueAt === undefined ? [] : [words.claimBy(reader.locale), momentOf(dueAt, reader)];
    case "claimed":
      return [words.claimed(reader.locale)];
    case "forfeited":
      return [words.passedOn(reader.locale)];
    case "alternate":
    case "unused":
      return [];
  }
}

/** Places of a result by name, with their pseudonyms where those are told, and what became of them. */
export const placeItems = ({ prizes, people, pseudonyms }: Placed, reader: Reader): readonly Spans[] =>
  prizes.map((prize) => {
    const id = pseudonyms?.get(prize.person);
    return [
      `${prize.rank}. `,
      personOf(prize.person, people, reader),
      ...(id === undefined ? [] : [" · ", code(id)]),
      ...ending(prize, reader),
    ];
  });
