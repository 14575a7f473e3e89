import type { IncomingMessage, ServerResponse } from "node:http";

/** A request as the vendor reads it: JSON, and the files that came with it. */
export type Call = {
  readonly method: string;
  /** The path below the version, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly { readonly id: string; readonly name: string; readonly content: Uint8Array }[];
  readonly authorization: string | undefined;
};

export type Answer = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

/** An answer by which Discord refuses, with its own error number. */
export const refusal = (status: number, code: number, message: string): Answer => ({ status, body: { code, message } });

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function multipart(bytes: Buffer, type: string) {
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const files = [];
  for (const [field, value] of form.entries()) {
    if (typeof value === "string") continue;
    const content = new Uint8Array(await value.arrayBuffer());
    files.push({ id: /^files\[(\d+)\]$/.exec(field)?.[1] ?? field, name: value.name, content });
  }
  return { body: JSON.parse(String(form.get("payload_json") ?? "{}")), files };
}

export async function readCall(request: IncomingMessage): Promise<Call> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://peer");
  const bytes = await bytesOf(request);
  const type = request.headers["content-type"] ?? "";
  const read = type.startsWith("multipart/form-data")
    ? await multipart(bytes, type)
    : { body: bytes.length > 0 ? JSON.parse(bytes.toString("utf8")) : undefined, files: [] };
  const path = pathname.replace(/^\/api\/v10/, "");
  return {
    method: request.method ?? "GET",
    path,
    query: searchParams,
    authorization: request.headers.authorization,
    ...read,
  };
}

export function writeAnswer(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const type = body === undefined ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
