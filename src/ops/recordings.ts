import type { IncomingMessage, ServerResponse } from "node:http";
import { locales, nearestLocale, type Say, say } from "../kernel/locale.ts";
import type { Log } from "../kernel/log.ts";
import type { Outcome } from "../kernel/outcome.ts";

export type RecordingsDeps = {
  /** Where the link of a token leads now; each following is counted. */
  readonly follow: (
    token: string,
    at: Date,
  ) => Promise<Outcome<string, { readonly why: "unknown" | "over" | "spent" }>>;
  readonly clock: () => Date;
  readonly log: Log;
};

const base = "/recordings/";

const words = {
  unknown: say({
    en: "There is no recording at this address. Ask for a link with /goodcalls in your chat.",
    "zh-CN": "此地址没有录音。请在聊天中用 /goodcalls 获取链接。",
  }),
  over: say({
    en: "This link does not work any more. Open the call with /goodcalls in your chat and press “Listen” for a new one.",
    "zh-CN": "此链接已失效。请在聊天中用 /goodcalls 打开该录音，按“收听”获取新链接。",
  }),
  spent: say({
    en: "This link was opened as often as it may be. Open the call with /goodcalls in your chat and press “Listen” for a new one.",
    "zh-CN": "此链接已达到打开次数上限。请在聊天中用 /goodcalls 打开该录音，按“收听”获取新链接。",
  }),
  onlyLook: say({ en: "A recording is only opened here.", "zh-CN": "此处仅可打开录音。" }),
  fault: say({
    en: "That went wrong on our side. Try the link once more in a minute.",
    "zh-CN": "我们这边出错了，请一分钟后再试。",
  }),
} as const;

/** A link is for one person and one moment: nobody keeps the answer, and nobody is told where it came from. */
const headers = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
} as const;

/** Says something in every language, the reader's own first. */
function tell(
  { headers: asked }: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: Say,
  more: Record<string, string> = {},
): void {
  const own = nearestLocale(asked["accept-language"]) ?? "en";
  const lines = [own, ...locales.filter((locale) => locale !== own)].map((locale) => `${words(locale)}\n`);
  response.writeHead(status, { ...headers, ...more, "content-type": "text/plain; charset=utf-8" });
  response.end(lines.join("\n"));
}

/** Sends whoever was given a link on to its recording; answers whether the request was for one. */
export function recordings({ follow, clock, log }: RecordingsDeps) {
  async function send(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = /^[\w-]{43}$/.test(token)
      ? await follow(token, clock())
      : ({ ok: false, refusal: { why: "unknown" } } as const);
    if (!found.ok) {
      const { why } = found.refusal;
      return tell(request, response, why === "unknown" ? 404 : 410, words[why]);
    }
    response.writeHead(302, { ...headers, location: found.value });
    response.end();
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path = "/"] = (request.url ?? "/").split("?");
    if (!path.startsWith(base)) return false;
    if (request.method !== "GET" && request.method !== "HEAD") {
      tell(request, response, 405, words.onlyLook, { allow: "GET, HEAD" });
      return true;
    }
    // Whoever previews a link learns nothing by it, not even whether there is a recording.
    if (request.method === "HEAD") {
      response.writeHead(204, headers).end();
      return true;
    }
    try {
      await send(path.slice(base.length), request, response);
    } catch (error) {
      log.error({ error }, "a recording could not be opened");
      if (response.headersSent) response.destroy();
      else tell(request, response, 500, words.fault);
    }
    return true;
  };
}
