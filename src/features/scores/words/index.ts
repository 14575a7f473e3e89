import type { Asker } from "../../../chat/asker.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import type { NamesStore } from "./store.ts";
import { type Understood, understand } from "./understand.ts";

export { plain, standsIn } from "./plain.ts";
export type { NamesStore, Synonym } from "./store.ts";
export type { Understood } from "./understand.ts";

/** Reads plain words as a question about scores, asked by somebody on their day; undefined where they are none. */
export const wordsOfScores =
  ({ store }: { readonly store: NamesStore }) =>
  async (text: string, asker: Pick<Asker, "person" | "site">, today: LocalDate): Promise<Understood | undefined> => {
    if (text.length > 1200) return undefined;
    const [words, people, teams] = await Promise.all([
      store.words(),
      store.peopleNamedIn(asker.site, text, today),
      store.teamsNamedIn(asker.site, text),
    ]);
    const understood = understand(text, { today, words, people, teams });
    if (understood?.name !== "score.read" || understood.given.person !== asker.person) return understood;
    const { person: _, ...given } = understood.given;
    return { name: "myscore", given };
  };
