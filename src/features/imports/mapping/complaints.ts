import type { FieldOf } from "./datasets.ts";
import type { DayNumber } from "./dates.ts";
import type { Read } from "./fields.ts";
import type { Kit } from "./kit.ts";

/** A complaint about an agent. */
export type ComplaintRow = {
  readonly sourceId: string;
  readonly person: string;
  readonly day: DayNumber;
  readonly about: string;
  readonly interaction: string | undefined;
  readonly upheld: boolean;
};

export function complaintReader(kit: Kit<FieldOf<"complaints">>): Read<ComplaintRow> {
  const [sourceId, agent, day] = [kit.text("sourceId", 200), kit.agent("agent"), kit.day("day")];
  const [about, interaction] = [kit.text("about", 500, ""), kit.optional("interaction", 200)];
  const upheld = kit.yes("upheld", true);
  return (cells, bad) => ({
    sourceId: sourceId(cells, bad),
    person: agent(cells, bad),
    day: day(cells, bad),
    about: about(cells, bad),
    interaction: interaction(cells, bad),
    upheld: upheld(cells, bad),
  });
}
