import { z } from "zod";
import { type Say, say } from "../../kernel/locale.ts";
import { appealConfig } from "../appeals/index.ts";
import { awardsConfig } from "../awards/index.ts";
import { celebrationsConfig } from "../celebrations/index.ts";
import { drawsConfig, scheduledDraws } from "../draws/index.ts";
import { dutyConfig, unknownOnDuty } from "../duty/index.ts";
import { goodCallsConfig } from "../good-calls/index.ts";
import { helpConfig } from "../help/index.ts";
import { kudosConfig } from "../kudos/index.ts";
import { suggestionsConfig } from "../suggestions/index.ts";
import type { Path } from "./problem.ts";

/** The features whose rules a site may set, by their names in `fairline.yaml`. */
const configs = {
  appeals: appealConfig,
  kudos: kudosConfig,
  celebrations: celebrationsConfig,
  awards: awardsConfig,
  goodCalls: goodCallsConfig,
  draws: drawsConfig,
  help: helpConfig,
  duty: dutyConfig,
  suggestions: suggestionsConfig,
} as const satisfies Readonly<Record<string, z.ZodObject>>;
type Feature = keyof typeof configs;
const features = Object.keys(configs) as readonly Feature[];

/** What a site has set of a feature's rules, as its file said it; the rest is as usual. */
type RulesSet = Readonly<Record<string, unknown>>;

/** What a site has set, by feature. */
export type SiteRules = Readonly<Record<string, RulesSet>>;

/** What takes a rule away that need not be there. */
const never = "never";

/** A rule without what it is where nothing is said, and without what its feature makes of it on reading. */
function bare(rule: z.core.$ZodType): z.core.$ZodType {
  if (rule instanceof z.ZodPipe && rule.out instanceof z.ZodTransform) return bare(rule.in);
  const isWrapped = rule instanceof z.ZodDefault || rule instanceof z.ZodPrefault || rule instanceof z.ZodOptional;
  return isWrapped ? bare(rule.unwrap()) : rule;
}

const ruleSaid = (rule: z.core.$ZodType) =>
  z.optional(rule instanceof z.ZodOptional ? z.union([bare(rule), z.literal(never)]) : bare(rule));

const rulesSaid = ({ shape }: z.ZodObject): z.ZodType<RulesSet> =>
  z.strictObject(Object.fromEntries(Object.entries(shape).map(([name, rule]) => [name, ruleSaid(rule)])));

/** A site's rules in `fairline.yaml`, by feature: what is left out stays as it is, and `never` takes a limit away. */
export const siteRules = Object.fromEntries(
  features.map((feature) => [feature, rulesSaid(configs[feature]).optional()]),
) as Readonly<Record<Feature, z.ZodOptional<z.ZodType<RulesSet>>>>;

type RulesSaid = { readonly [F in Feature]?: RulesSet | undefined };

/** What a site has set once a file has had its say; a rule that is said is replaced as a whole. */
export function rulesAfter(current: SiteRules, said: RulesSaid): SiteRules {
  const after = features.flatMap((feature) => {
    const set = { ...current[feature], ...said[feature] };
    const left = Object.entries(set).filter(([, value]) => value !== never);
    return left.length === 0 ? [] : [[feature, Object.fromEntries(left)] as const];
  });
  const others = Object.entries(current).filter(([name]) => !Object.hasOwn(configs, name));
  return Object.fromEntries([...others, ...after]);
}

/** The rules that hold at a site which has set so much of them; what an earlier Fairline took is shown as it is. */
export const inForce = (set: SiteRules): SiteRules =>
  Object.fromEntries(
    features.map((feature) => {
      const read = configs[feature].safeParse(set[feature] ?? {});
      return [feature, read.success ? read.data : (set[feature] ?? {})];
    }),
  );

const noAward = (id: string, known: readonly string[]) =>
  say({
    en: `There is no award “${id}” at this site, which has: ${known.join(", ")}.`,
    "zh-CN": `本中心没有奖项“${id}”，现有奖项：${known.join("、")}。`,
  });

/** Awards that the draws of a site ask for by ids that none of its rules of awards has. */
export function unknownAwards(set: SiteRules): readonly { readonly path: Path; readonly message: Say }[] {
  const awards = configs.awards.safeParse(set.awards ?? {});
  const draws = configs.draws.safeParse(set.draws ?? {});
  if (!awards.success || !draws.success) return [];
  const known = Object.keys(awards.data.rules);
  return Object.values(scheduledDraws).flatMap((name) =>
    [...(draws.data[name]?.eligibility.awards.entries() ?? [])]
      .filter(([, id]) => !known.includes(id))
      .map(([index, id]) => ({
        path: ["draws", name, "eligibility", "awards", index],
        message: noAward(id, known),
      })),
  );
}

/** What a file says of a site beside its rules. */
export const withoutRules = <Said extends RulesSaid>(said: Said): Omit<Said, Feature> =>
  Object.fromEntries(Object.entries(said).filter(([name]) => !Object.hasOwn(configs, name))) as Omit<Said, Feature>;

/** Employee numbers in the rotations of a site that nobody there has; a site without people may come before them. */
export function unknownPeople(rules: SiteRules, numbers: readonly string[]) {
  const duty = dutyConfig.safeParse(rules.duty ?? {});
  return duty.success && numbers.length > 0 ? unknownOnDuty(duty.data, new Set(numbers)) : [];
}
