import type { z } from "zod";
import { type FormShape, type MessageShape, shapes } from "./local-shapes.ts";

type Refused = z.infer<typeof shapes.refused>;
type Answered = {
  readonly ok: true;
  readonly messages: readonly MessageShape[];
  readonly form?: FormShape | undefined;
};
type Uploaded = { readonly ok: true; readonly id: string; readonly form?: undefined };

/** Calls the local interface and holds every answer against its documented shape. */
export function localCaller() {
  let base = "";
  const wrong: string[] = [];

  function held<T>(call: string, shape: z.ZodType<T>, body: unknown): T {
    const read = shape.safeParse(body);
    if (!read.success) wrong.push(`${call}: ${read.error.message}`);
    return body as T;
  }
  async function fetched(path: string, init?: RequestInit): Promise<Response> {
    const response = await fetch(`${base}${path}`, init);
    if (response.status >= 500) wrong.push(`${path}: ${response.status}`);
    return response;
  }

  return {
    listening: (url: string) => {
      base = url;
    },
    violations: (): readonly string[] => wrong,
    close: async () => {},

    async get(call: string): Promise<readonly MessageShape[]> {
      const response = await fetched(`/api/${call}`);
      return held(call, shapes.messages, await response.json());
    },

    async post(call: string, body: object): Promise<Answered | Uploaded | Refused> {
      const response = await fetched(`/api/${call}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as Answered | Uploaded | Refused;
      const shape = !answer.ok ? shapes.refused : call === "upload" ? shapes.uploaded : shapes.answered;
      return held<Answered | Uploaded | Refused>(call, shape, answer);
    },

    async content(path: string): Promise<Uint8Array> {
      return new Uint8Array(await (await fetched(path)).arrayBuffer());
    },
  };
}
