import type { FieldErrors } from "../../chat/form.ts";
import { plainView } from "../../chat/plain.ts";
import type { View } from "../../chat/view.ts";
import { type Say, say } from "../../kernel/locale.ts";

/** Why a call was not done: a word for programs, a status of HTTP, words for people, and what is wrong by field. */
export type Refusal = {
  readonly why: string;
  readonly status: number;
  readonly say: Say;
  readonly errors?: FieldErrors;
};

const no = (status: number, why: string, en: string, zh: string): Refusal => ({
  why,
  status,
  say: say({ en, "zh-CN": zh }),
});

/** What somebody sent, short enough to be shown back. */
const quoted = (sent: string) => `“${sent.length > 60 ? `${sent.slice(0, 60)}…` : sent}”`;

/** Every refusal of the HTTP interface, worded. */
export const refusals = {
  unknownPerson: (id: string) =>
    no(
      404,
      "unknown-person",
      `Nobody here has the id ${quoted(id)}. GET /api/people lists everyone.`,
      `没有编号为${quoted(id)}的人。GET /api/people 可列出所有人。`,
    ),
  unknownPlace: (id: string) =>
    no(
      404,
      "unknown-place",
      `You see no place ${quoted(id)}. GET /api/places lists yours.`,
      `您看不到${quoted(id)}这个会话。GET /api/places 可列出您的会话。`,
    ),
  unknownMessage: (id: string) =>
    no(
      404,
      "unknown-message",
      `You see no message ${quoted(id)}. It may be somebody else's, or gone.`,
      `您看不到消息${quoted(id)}。它可能属于他人或已不存在。`,
    ),
  unknownAction: (id: string) =>
    no(
      404,
      "unknown-action",
      `That message has nothing to press called ${quoted(id)}. It may have changed since: look at it again.`,
      `该消息上没有${quoted(id)}这个操作。它可能已更新，请重新查看。`,
    ),
  needsOption: no(
    400,
    "needs-option",
    "This is a menu: send one of its options as “value”.",
    "这是一个菜单：请把其中一个选项作为“value”发送。",
  ),
  takesNoValue: no(400, "takes-no-value", "This is a button and takes no “value”.", "这是按钮，不接受“value”。"),
  unknownForm: no(
    404,
    "unknown-form",
    "There is no such form. Ask for it again to get a fresh one.",
    "没有这个表单。请重新打开。",
  ),
  unknownFile: no(
    404,
    "unknown-file",
    "There is no such file here any more. Attach it again.",
    "此处已没有该文件，请重新上传。",
  ),
  notBase64: no(400, "not-base64", "“content” must be the file in base64.", "“content”必须是 base64 编码的文件内容。"),
  emptyLine: no(400, "empty", "Write something first.", "请先写点内容。"),
  longLine: (max: number, length: number): Refusal => ({
    why: "too-long",
    status: 413,
    say: say(({ number }) => ({
      en: `At most ${number(max)} characters can be said at once; this has ${number(length)}.`,
      "zh-CN": `一次最多 ${number(max)} 个字符，目前为 ${number(length)} 个。`,
    })),
  }),
  wrongFields: (errors: FieldErrors, view: View): Refusal => {
    const shown = plainView(view);
    return { why: "wrong-values", status: 200, errors, say: say({ en: shown, "zh-CN": shown }) };
  },
  wrongField: (name: string, refusal: Refusal, words: string): Refusal => ({
    ...refusal,
    status: 422,
    errors: { [name]: words },
  }),
  wrongShape: (fields: readonly string[]) =>
    no(
      400,
      "wrong-shape",
      `Wrong or missing: ${fields.join(", ") || "the whole body, which must be a JSON object"}.`,
      `缺少或有误：${fields.join("、") || "整个请求体，应为 JSON 对象"}。`,
    ),
  unknownJob: (name: string) =>
    no(404, "unknown-job", `There is no job ${quoted(name)}.`, `没有${quoted(name)}这个任务。`),
  unknownSite: (id: string) =>
    no(404, "unknown-site", `There is no site ${quoted(id)}.`, `没有${quoted(id)}这个中心。`),
  wrongTime: no(
    400,
    "wrong-time",
    "“at” must be a time such as 2026-03-09T09:00, read in the site's zone, or 2026-03-09T09:00:00Z.",
    "“at”应为时间，例如 2026-03-09T09:00（按该中心的时区）或 2026-03-09T09:00:00Z。",
  ),
  jobRefused: (words: Say): Refusal => ({ why: "job-refused", status: 409, say: words }),
  notJson: no(400, "not-json", "The body must be JSON, with its length, in UTF-8.", "请求体必须是 UTF-8 编码的 JSON。"),
  notTyped: no(
    415,
    "not-typed",
    "Send JSON with content-type application/json.",
    "请以 application/json 类型发送 JSON。",
  ),
  tooLarge: no(413, "too-large", "That is larger than can be sent here.", "内容超出此处可发送的大小。"),
  noSuchCall: no(404, "no-such-call", "There is nothing at this address.", "此地址没有内容。"),
  badRequest: no(400, "bad-request", "This request cannot be read.", "无法读取该请求。"),
  foreignHost: no(
    403,
    "foreign-host",
    "Open this page by 127.0.0.1 or localhost: it answers under no other name.",
    "请用 127.0.0.1 或 localhost 打开本页：它不接受其他名称。",
  ),
  foreignOrigin: no(
    403,
    "foreign-origin",
    "This came from another web page, which may not act here.",
    "该请求来自其他网页，不允许在此操作。",
  ),
  stopping: no(503, "stopping", "Fairline is stopping. Try again in a moment.", "Fairline 正在停止，请稍后再试。"),
  fault: (reference: string) =>
    no(
      500,
      "fault",
      `That went wrong on our side. Please try again; if it happens again, the reference is ${reference}.`,
      `我们这边出错了，请再试一次；若仍然出错，编号是 ${reference}。`,
    ),
} as const;
