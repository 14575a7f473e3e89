import { z } from "zod";

const id = z.string().min(1).max(300);
/** A client's own name for an event, so that sending it again has no second effect. */
const key = z
  .string()
  .regex(/^[\w.:-]{1,100}$/)
  .optional();
const sent = z.union([z.string(), z.object({ person: id }), z.object({ file: id })]);

/** The shape of every call's body or query; `as` is the person who acts. */
export const calls = {
  look: z.object({ as: id }),
  say: z.object({ as: id, place: id, text: z.string(), key }),
  press: z.object({ as: id, message: id, action: id, value: z.string().max(2_000).optional(), key }),
  submit: z.object({ as: id, form: z.string().min(1).max(20_000), values: z.record(z.string(), sent), key }),
  upload: z.object({ as: id, place: id, name: z.string().min(1).max(255), content: z.string() }),
  read: z.object({
    as: id,
    place: id,
    before: z.iso.datetime().optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(200),
  }),
  runJob: z.object({ site: id, at: z.string().max(40).optional() }),
} as const;

/** The names of what is wrong in a body, each once. */
export const wrongFieldsOf = (error: z.ZodError): readonly string[] =>
  [...new Set(error.issues.map((issue) => issue.path.join(".")))].filter((name) => name !== "");
