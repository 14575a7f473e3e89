import type { AccountRef } from "../chat/ask.ts";
import type { Assignment, Person, Site, Team } from "../features/people/domain.ts";
import { day } from "../kernel/time.ts";

/** A site in London that works Monday to Friday. */
export const aSite = (but: Partial<Site> = {}): Site => ({
  id: "leeds",
  name: "Leeds",
  zone: "Europe/London",
  locale: "en",
  calendar: { weekend: [6, 7], holidays: [], workdays: [] },
  answerWithinS: 20,
  repeatWithinDays: 7,
  channels: {},
  ...but,
});

export const aTeam = (but: Partial<Team> = {}): Team => ({ id: "north", site: "leeds", name: "North", ...but });

/** A seat as a member that began on 1 January 2026 and lasts. */
export const anAssignment = (but: Partial<Assignment> = {}): Assignment => ({
  team: "north",
  seat: "member",
  from: day("2026-01-01"),
  ...but,
});

/** An id made from a small number, the same on every run. */
export const anId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export const anAccount = (user: string, platform = "slack"): AccountRef => ({ platform, workspace: "w1", user });

/** An agent of Leeds, hired in 2025, in the team North. */
export const aPerson = (but: Partial<Person> = {}): Person => ({
  id: anId(1),
  site: "leeds",
  employeeNo: "1001",
  name: "Ana Diaz",
  hiredOn: day("2025-06-02"),
  roles: ["agent"],
  assignments: [anAssignment()],
  accounts: [],
  ...but,
});
