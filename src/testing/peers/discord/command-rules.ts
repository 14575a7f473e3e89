import { z } from "zod";

/** Discord's own shapes and limits for application commands. */

const name = z
  .string()
  .regex(/^[-_\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((text) => text === text.toLowerCase(), "capitals");
const description = z.string().min(1).max(100);
const localised = (of: z.ZodType<string>) =>
  z.strictObject({ "zh-CN": of.optional(), "en-GB": of.optional() }).optional();
const described = {
  name,
  name_localizations: localised(name),
  description,
  description_localizations: localised(description),
};

const choice = z.strictObject({
  name: description,
  name_localizations: localised(description),
  value: z.string().min(1).max(100),
});

const uniqueNames = (items: readonly { readonly name: string }[]) =>
  new Set(items.map((item) => item.name)).size === items.length;

const option = z.strictObject({
  ...described,
  type: z.union([z.literal(3), z.literal(6), z.literal(11)]),
  required: z.boolean().optional(),
  choices: z.array(choice).min(1).max(25).refine(uniqueNames, "two choices of one name").optional(),
  max_length: z.int().min(1).max(6_000).optional(),
});
const basicOptions = z
  .array(option)
  .max(25)
  .refine(uniqueNames, "two options of one name")
  .refine(
    (options) => !options.some(({ required }, i) => required && i > 0 && !options[i - 1]?.required),
    "a required option after an optional one",
  );
const subcommand = z.strictObject({ ...described, type: z.literal(1), options: basicOptions.optional() });

const command = z
  .strictObject({
    ...described,
    type: z.literal(1),
    options: z
      .union([z.array(subcommand).min(1).max(25).refine(uniqueNames, "two subcommands of one name"), basicOptions])
      .optional(),
  })
  .refine((whole) => JSON.stringify(whole).length <= 8_000, "over 8,000 characters");

export const commands = z.array(command).max(100).refine(uniqueNames, "two commands of one name");

export type CommandJson = z.infer<typeof command>;
export type OptionJson = z.infer<typeof option>;
