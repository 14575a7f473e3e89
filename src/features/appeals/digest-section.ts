import type { Block } from "../../chat/view.ts";
import { format } from "../../kernel/locale.ts";
import type { DigestSection } from "../digests/index.ts";
import type { PersonId } from "../people/index.ts";
import { openCase } from "./addresses.ts";
import { isOverdue } from "./beside.ts";
import type { ContextDeps } from "./context.ts";
import { type Appeal, waitedFor } from "./domain.ts";
import { rateWords as words } from "./messages/rates.ts";

/** So many cases are opened from a digest. */
const mostOpened = 4;

const dueOf = (appeal: Appeal): Date =>
  new Date(Math.min(...waitedFor(appeal).map(({ time }) => time.due.getTime()), Number.MAX_SAFE_INTEGER));

/** The part of a lead's digest that tells of appeals: those of their teams that wait too long, and those that wait for them. */
export function appealsInDigest({ store, roster }: Pick<ContextDeps, "store" | "roster">): DigestSection {
  return {
    name: "appeals",
    async gather({ teams, reader, at }) {
      const open = await store.openOf(teams.map(({ id }) => id));
      const own = (await store.waitingFor(reader.id)).filter(({ scorer }) => scorer !== reader.id);
      const late = open.filter((appeal) => isOverdue(appeal, at) && !own.some(({ id }) => id === appeal.id));
      if (late.length + own.length === 0) return undefined;
      const people = await roster.peopleById([...late, ...own].map(({ agent }) => agent));
      const names = new Map(people.map(({ id, name }): [PersonId, string] => [id, name]));
      return ({ locale, zone }): readonly Block[] => {
        const line = (appeal: Appeal) => [
          words.overdue(
            appeal.number,
            names.get(appeal.agent) ?? "…",
            format(locale).dateTime(dueOf(appeal), zone),
          )(locale),
        ];
        const part = (title: string, all: readonly Appeal[]): Block[] =>
          all.length === 0
            ? []
            : [
                { is: "heading", text: title },
                { is: "list", items: all.map(line) },
              ];
        const opened = [...own, ...late].slice(0, mostOpened).map(({ id, number }) => ({
          label: words.openCase(number)(locale),
          action: openCase.to({ appeal: id }),
        }));
        return [
          ...part(words.waitsForYou(locale), own),
          ...part(words.overdueTitle(locale), late),
          { is: "buttons", buttons: opened },
        ];
      };
    },
  };
}
