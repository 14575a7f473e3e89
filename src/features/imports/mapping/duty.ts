import type { FieldOf } from "./datasets.ts";
import type { Read } from "./fields.ts";
import type { Kit } from "./kit.ts";

/** Somebody on duty in a role, from one moment to another, in seconds since 1970. */
export type DutyRow = {
  readonly person: string;
  readonly role: string;
  readonly from: number;
  readonly until: number;
};

/** Nobody is on duty for longer than this in one row. */
const mostHours = 31 * 24;

export function dutyReader(kit: Kit<FieldOf<"duty">>): Read<DutyRow> {
  const [agent, role] = [kit.agent("employeeNo"), kit.text("role", 40)];
  const [begins, ends] = [kit.moment("from"), kit.moment("until")];
  return (cells, bad) => {
    const before = bad.length;
    const row = {
      person: agent(cells, bad),
      role: role(cells, bad).normalize("NFC"),
      from: begins(cells, bad),
      until: ends(cells, bad),
    };
    if (bad.length > before) return row;
    const seconds = row.until - row.from;
    if (seconds <= 0) bad.push({ why: "until-before-from", field: "until" });
    else if (seconds > mostHours * 3600)
      bad.push({ why: "too-long-a-duration", field: "until", value: String(seconds), hours: mostHours });
    return row;
  };
}
