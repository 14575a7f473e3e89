import type { Locale, Reader } from "../kernel/locale.ts";

export const roles = ["agent", "lead", "supervisor", "qa", "trainer", "hr", "admin", "auditor"] as const;
export type Role = (typeof roles)[number];

/** The person behind an ask, as far as every command needs to know them. */
export type Asker = Reader & {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly site: string;
  /** The language of the site's channels, which public answers speak. */
  readonly siteLocale: Locale;
};

/** Who may use a command: anyone at all, everyone on the roster, or holders of one of these roles. */
export type Allow = "anyone" | "everyone" | readonly Role[];

/** Whether a known person may. Holders of no account may only what `anyone` may. */
export const allows = (allow: Allow, asker: Pick<Asker, "roles"> | undefined): boolean => {
  if (allow === "anyone") return true;
  if (asker === undefined) return false;
  return allow === "everyone" || allow.some((role) => asker.roles.includes(role));
};
