import type { LocalDate } from "../kernel/time.ts";

/** A `date` column as the calendar day it holds; Prisma hands it over as midnight UTC. */
export const dayFromDatabase = (midnight: Date): LocalDate => midnight.toISOString().slice(0, 10) as LocalDate;

/** A calendar day as Prisma takes it for a `date` column. */
export const dayToDatabase = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);
