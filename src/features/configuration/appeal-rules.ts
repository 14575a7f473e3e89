import { z } from "zod";
import { type AppealConfig, appealConfig, usualConfig } from "../appeals/index.ts";

const { daysToFile, daysToReview, daysToAnswer, daysToDecide, daysToReplace, decidedBy, ...rest } = appealConfig.shape;
const never = z.literal("never");

/** A site's rules for appeals in `fairline.yaml`: what is left out stays as it is, and `never` takes a limit away. */
export const appealRules = z.strictObject({
  daysToFile: daysToFile.unwrap().optional(),
  daysToReview: daysToReview.unwrap().optional(),
  daysToAnswer: daysToAnswer.unwrap().optional(),
  daysToDecide: daysToDecide.unwrap().optional(),
  daysToReplace: daysToReplace.unwrap().optional(),
  decidedBy: decidedBy.unwrap().optional(),
  recordingDays: z.union([rest.recordingDays.unwrap(), never]).optional(),
  monthClosesOn: z.union([rest.monthClosesOn.unwrap(), never]).optional(),
} satisfies Readonly<Record<keyof AppealConfig, z.ZodType>>);
export type AppealRulesSaid = z.infer<typeof appealRules>;

/** What a site has set of its rules for appeals; the rest is as usual. */
export type AppealsSet = { readonly [K in keyof AppealConfig]?: AppealConfig[K] };

/** What a site has set once a file has had its say. */
export const appealsAfter = (current: AppealsSet, said: AppealRulesSaid): AppealsSet =>
  Object.fromEntries(
    Object.entries({ ...current, ...said }).filter(([, value]) => value !== undefined && value !== "never"),
  ) as AppealsSet;

/** The rules that hold at a site which has set so much of them. */
export const inForce = (set: AppealsSet): AppealConfig => ({ ...usualConfig, ...set }) as AppealConfig;
