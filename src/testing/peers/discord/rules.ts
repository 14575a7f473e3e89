import { z } from "zod";

/** Discord's own shapes and limits for what a bot sends, as its documentation gives them. */

const shownText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== "", "blank");
const customId = z.string().min(1).max(100);
const snowflake = z.string().regex(/^\d{17,20}$/);
const webUrl = (max: number) => z.url({ protocol: /^(https?|discord)$/ }).max(max);

const embed = z
  .strictObject({
    title: shownText(256).optional(),
    description: shownText(4_096).optional(),
    url: webUrl(2_048).optional(),
    color: z.int().min(0).max(0xffffff).optional(),
    timestamp: z.iso.datetime().optional(),
    footer: z.strictObject({ text: shownText(2_048) }).optional(),
    author: z.strictObject({ name: shownText(256) }).optional(),
    image: z.strictObject({ url: z.string().regex(/^(attachment:\/\/[\w.-]+|https?:\/\/.+)$/) }).optional(),
    fields: z
      .array(z.strictObject({ name: shownText(256), value: shownText(1_024), inline: z.boolean().optional() }))
      .max(25)
      .optional(),
  })
  .refine(({ title, description, fields, image }) => title || description || fields?.length || image, "empty embed");

const lengthOf = ({ title, description, footer, author, fields }: z.infer<typeof embed>) =>
  [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap((field) => [field.name, field.value]),
  ].reduce((sum, text) => sum + (text?.length ?? 0), 0);

const actionButton = z.strictObject({
  type: z.literal(2),
  style: z.int().min(1).max(4),
  label: shownText(80),
  custom_id: customId,
  disabled: z.boolean().optional(),
});
const linkButton = z.strictObject({
  type: z.literal(2),
  style: z.literal(5),
  label: shownText(80),
  url: webUrl(512),
  disabled: z.boolean().optional(),
});

const unique = (items: readonly unknown[]) => new Set(items).size === items.length;

const option = z.strictObject({
  label: shownText(100),
  value: z.string().min(1).max(100),
  description: shownText(100).optional(),
  default: z.boolean().optional(),
});
const options = z
  .array(option)
  .min(1)
  .max(25)
  .refine((all) => unique(all.map(({ value }) => value)), "two options of one value");

const stringSelect = z.strictObject({
  type: z.literal(3),
  custom_id: customId,
  placeholder: shownText(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  options,
});

const row = z.strictObject({
  type: z.literal(1),
  components: z.union([
    z
      .array(z.union([actionButton, linkButton]))
      .min(1)
      .max(5),
    z.array(stringSelect).length(1),
  ]),
});

const idsIn = (rows: readonly z.infer<typeof row>[]) =>
  rows.flatMap(({ components }) => components.flatMap((part) => ("custom_id" in part ? [part.custom_id] : [])));

const attachment = z.strictObject({
  id: z.union([z.string(), z.int()]),
  filename: z.string().min(1).optional(),
  title: z.string().max(1_024).optional(),
  description: z.string().max(1_024).optional(),
});

/** Only the house's own rule: who may be pinged is always said, and never everyone. */
const allowedMentions = z
  .strictObject({
    parse: z.array(z.never()),
    users: z.array(snowflake).max(100).optional(),
    replied_user: z.boolean().optional(),
  })
  .refine(({ users = [] }) => unique(users), "a user twice");

export const message = z
  .strictObject({
    content: z.string().max(2_000).nullish(),
    tts: z.boolean().optional(),
    nonce: z.union([z.string().max(25), z.int()]).optional(),
    enforce_nonce: z.boolean().optional(),
    embeds: z.array(embed).max(10).optional(),
    components: z.array(row).max(5).optional(),
    allowed_mentions: allowedMentions,
    flags: z.int().optional(),
    message_reference: z.strictObject({ message_id: snowflake, fail_if_not_exists: z.boolean().optional() }).optional(),
    attachments: z.array(attachment).max(10).optional(),
  })
  .refine(({ embeds = [] }) => embeds.reduce((sum, one) => sum + lengthOf(one), 0) <= 6_000, "over 6,000 in embeds")
  .refine(({ components = [] }) => unique(idsIn(components)), "one custom_id twice")
  .refine(
    ({ content, embeds, components, attachments }) =>
      content || embeds?.length || components?.length || attachments?.length,
    "empty message",
  );

const textInput = z
  .strictObject({
    type: z.literal(4),
    custom_id: customId,
    style: z.int().min(1).max(2),
    min_length: z.int().min(0).max(4_000).optional(),
    max_length: z.int().min(1).max(4_000).optional(),
    required: z.boolean().optional(),
    value: z.string().min(1).max(4_000).optional(),
    placeholder: shownText(100).optional(),
  })
  .refine(({ value = "", max_length = 4_000 }) => value.length <= max_length, "a value longer than the input")
  .refine(({ min_length = 0, max_length = 4_000 }) => min_length <= max_length, "min over max");

const formSelect = stringSelect.extend({ required: z.boolean().optional() });
const userSelect = z.strictObject({
  type: z.literal(5),
  custom_id: customId,
  placeholder: shownText(150).optional(),
  required: z.boolean().optional(),
  default_values: z
    .array(z.strictObject({ id: snowflake, type: z.literal("user") }))
    .max(1)
    .optional(),
});
const fileUpload = z.strictObject({
  type: z.literal(19),
  custom_id: customId,
  min_values: z.int().min(0).max(10).optional(),
  max_values: z.int().min(1).max(10).optional(),
  required: z.boolean().optional(),
});

const label = z.strictObject({
  type: z.literal(18),
  label: shownText(45),
  description: shownText(100).optional(),
  component: z.union([textInput, formSelect, userSelect, fileUpload]),
});
const textDisplay = z.strictObject({ type: z.literal(10), content: shownText(4_000) });

export const modal = z
  .strictObject({
    custom_id: customId,
    title: shownText(45),
    components: z
      .array(z.union([label, textDisplay]))
      .min(1)
      .max(5),
  })
  .refine(
    ({ components }) => unique(components.flatMap((part) => ("component" in part ? [part.component.custom_id] : []))),
    "one custom_id twice",
  );

export type ModalJson = z.infer<typeof modal>;
export type EmbedJson = z.infer<typeof embed>;
export type RowJson = z.infer<typeof row>;
