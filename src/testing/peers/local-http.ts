import { request } from "node:http";
import type { FormShape, MessageShape } from "./local-shapes.ts";

/** Whatever a call may answer with; which of it is there depends on the call. */
type Body = {
  readonly ok: boolean;
  readonly messages: readonly [MessageShape, ...MessageShape[]];
  readonly form: FormShape;
  readonly id: string;
  readonly why: string;
  readonly error: string;
  readonly errors: Readonly<Record<string, string>>;
};
export type Answer<T = Body> = { readonly status: number; readonly body: T };

/** Calls a local house as a program would; `body` may be text, to send what is no JSON. */
export function caller(url: string) {
  async function call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...sent,
    });
    return { status: response.status, body: (await response.json()) as T };
  }
  return {
    get: <T = Body>(path: string, headers?: Record<string, string>): Promise<Answer<T>> =>
      call("GET", path, undefined, headers),
    post: (path: string, body: unknown, headers?: Record<string, string>): Promise<Answer> =>
      call("POST", path, body, headers),
  };
}

/** One request with headers that `fetch` does not let through, such as Host; its status and body. */
export function raw(url: string, path: string, headers: Record<string, string>): Promise<Answer<unknown>> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, body: text.startsWith("{") ? JSON.parse(text) : text });
      });
    })
      .on("error", reject)
      .end();
  });
}
