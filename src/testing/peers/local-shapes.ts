import { z } from "zod";

const option = z.strictObject({ value: z.string(), label: z.string() });
const instant = z.iso.datetime();
const address = z.string().startsWith("/api/messages/");

const account = z.strictObject({ platform: z.string(), workspace: z.string(), user: z.string() });
const span = z.union([
  z.string(),
  z.strictObject({ is: z.enum(["strong", "code", "command"]), text: z.string() }),
  z.strictObject({ is: z.literal("person"), name: z.string(), accounts: z.array(account) }),
  z.strictObject({
    is: z.literal("instant"),
    at: instant,
    style: z.enum(["time", "date", "datetime"]),
    text: z.string(),
  }),
  z.strictObject({ is: z.literal("link"), url: z.string(), text: z.string() }),
]);
const spans = z.array(span);

const button = z.union([
  z.strictObject({
    label: z.string().max(120),
    action: z.string().max(100),
    style: z.enum(["primary", "danger"]).optional(),
    confirm: z.string().optional(),
  }),
  z.strictObject({ label: z.string().max(120), url: z.string() }),
]);

const block = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("heading"), text: z.string().max(300) }),
  z.strictObject({ is: z.literal("text"), spans }),
  z.strictObject({ is: z.literal("note"), spans }),
  z.strictObject({ is: z.literal("list"), items: z.array(spans) }),
  z.strictObject({
    is: z.literal("facts"),
    facts: z.array(z.strictObject({ label: z.string().max(200), value: spans })).max(60),
  }),
  z.strictObject({
    is: z.literal("table"),
    columns: z.array(z.strictObject({ label: z.string(), align: z.enum(["start", "end"]) })).max(30),
    rows: z.array(z.array(z.string().max(1_000))).max(500),
  }),
  z.strictObject({ is: z.literal("divider") }),
  z.strictObject({ is: z.literal("buttons"), buttons: z.array(button).max(25) }),
  z.strictObject({
    is: z.literal("menu"),
    label: z.string().max(120),
    action: z.string().max(100),
    options: z.array(option).max(500),
  }),
  z.strictObject({ is: z.literal("image"), name: z.string(), alt: z.string(), bytes: z.number(), url: address }),
  z.strictObject({ is: z.literal("file"), name: z.string(), type: z.string(), bytes: z.number(), url: address }),
]);

const pressable = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("button"),
    action: z.string().max(100),
    label: z.string(),
    style: z.enum(["primary", "danger"]).optional(),
    confirm: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal("menu"),
    action: z.string().max(100),
    label: z.string(),
    options: z.array(option),
  }),
  z.strictObject({ kind: z.literal("link"), url: z.string(), label: z.string() }),
]);

const message = z.strictObject({
  id: z.uuid(),
  author: z.string().nullable(),
  at: instant,
  revised: z.boolean(),
  ephemeral: z.boolean(),
  text: z.string(),
  view: z.strictObject({
    title: z.string().max(300),
    tone: z.enum(["good", "attention", "bad"]).optional(),
    locale: z.enum(["en", "zh-CN"]).optional(),
    blocks: z.array(block).max(100),
  }),
  actions: z.array(pressable),
  images: z.array(z.strictObject({ name: z.string(), alt: z.string(), url: address })),
});

const lengths = { min: z.number().optional(), max: z.number().optional() };
const kind = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("line"), ...lengths }),
  z.strictObject({ is: z.literal("paragraph"), ...lengths }),
  z.strictObject({ is: z.literal("choice"), options: z.array(option) }),
  z.strictObject({ is: z.literal("date") }),
  z.strictObject({ is: z.literal("person") }),
  z.strictObject({ is: z.literal("file") }),
]);
const form = z.strictObject({
  id: z.string().min(1),
  title: z.string(),
  locale: z.enum(["en", "zh-CN"]),
  intro: z.string().optional(),
  fields: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      hint: z.string().optional(),
      required: z.boolean(),
      kind,
      value: z.string().optional(),
    }),
  ),
  submit: z.string(),
});

/** The local interface's answers as they are documented, with nothing beside. */
export const shapes = {
  messages: z.array(message),
  answered: z.strictObject({ ok: z.literal(true), messages: z.array(message), form: form.optional() }),
  uploaded: z.strictObject({ ok: z.literal(true), id: z.uuid(), name: z.string(), bytes: z.number() }),
  refused: z.strictObject({
    ok: z.literal(false),
    why: z.string().regex(/^[a-z-]+$/),
    error: z.string().min(1),
    errors: z.record(z.string(), z.string().min(1)).optional(),
  }),
} as const;

export type MessageShape = z.infer<typeof message>;
export type FormShape = z.infer<typeof form>;
