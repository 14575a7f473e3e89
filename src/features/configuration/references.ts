import { type Say, say } from "../../kernel/locale.ts";
import type { Path } from "./problem.ts";
import type { ConfigFile } from "./schema.ts";
import { rulesAfter, unknownAwards, unknownPeople } from "./site-rules.ts";
import type { Current } from "./store.ts";

type Wrong = { readonly path: Path; readonly message: Say };

const unknown = (path: Path, what: "site" | "team", name: string): Wrong => ({
  path,
  message:
    what === "site"
      ? say({ en: `There is no site “${name}”, here or in the file.`, "zh-CN": `没有名为“${name}”的中心。` })
      : say({ en: `There is no team “${name}”, here or in the file.`, "zh-CN": `没有名为“${name}”的班组。` }),
});

/** Names in a file that stand for nothing, and moves that would leave people behind. */
export function references(file: ConfigFile, current: Current): Wrong[] {
  const isSite = (id: string) => id in file.sites || id in current.sites;
  const isTeam = (id: string) => id in file.teams || id in current.teams;
  const wrong: Wrong[] = [];
  for (const [id, { site }] of Object.entries(file.teams)) {
    const path = ["teams", id, "site"];
    const now = current.teams[id]?.site;
    if (site === undefined) continue;
    if (!isSite(site)) wrong.push(unknown(path, "site", site));
    else if (now !== undefined && now !== site) {
      const message = say({
        en: `A team stays at its site, which is “${now}”: its people are there. Make a new team.`,
        "zh-CN": `班组不能换中心（现为“${now}”），其成员都在那里。请新建班组。`,
      });
      wrong.push({ path, message });
    }
  }
  for (const [id, said] of Object.entries(file.sites)) {
    const rules = rulesAfter(current.sites[id]?.rules ?? {}, said);
    const found = [
      ...(said.draws === undefined && said.awards === undefined ? [] : unknownAwards(rules)),
      ...(said.duty === undefined ? [] : unknownPeople(rules, current.people[id] ?? [])),
    ];
    wrong.push(...found.map(({ path, message }) => ({ path: ["sites", id, ...path], message })));
  }
  for (const [id, { for: audience }] of Object.entries(file.scorecards)) {
    if ("team" in audience && !isTeam(audience.team)) {
      wrong.push(unknown(["scorecards", id, "for", "team"], "team", audience.team));
    }
  }
  for (const [name, preset] of Object.entries(file.presets)) {
    if (preset.dataset !== "interactions" || preset.unknownAgents === "refuse") continue;
    const { team } = preset.unknownAgents.add;
    if (!isTeam(team)) wrong.push(unknown(["presets", name, "unknownAgents", "add", "team"], "team", team));
  }
  return wrong;
}
