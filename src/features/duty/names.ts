import { type Say, say } from "../../kernel/locale.ts";
import type { DutyRole, usualRoles } from "./domain.ts";

const usual: Readonly<Record<(typeof usualRoles)[number], Say>> = {
  "duty-lead": say({ en: "Duty lead", "zh-CN": "值班长" }),
  "floor-support": say({ en: "Floor support", "zh-CN": "现场支持" }),
  supervisor: say({ en: "Supervisor on duty", "zh-CN": "值班主管" }),
};
const words: Readonly<Record<string, Say | undefined>> = usual;

/** What a role is called: a usual one in each language, a site's own as the site wrote it. */
export const roleSay = (role: DutyRole): Say => (Object.hasOwn(words, role) ? words[role] : undefined) ?? (() => role);

const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** The role that is meant by a text, by what it is called in either language; undefined where none is. */
export const roleMeant = (known: readonly DutyRole[], text: string): DutyRole | undefined =>
  known.find((role) =>
    [role, roleSay(role)("en"), roleSay(role)("zh-CN")].some((name) => folded(name) === folded(text)),
  );
