import { setTimeout as wait } from "node:timers/promises";
import type { Attachment, Picture, View } from "../../chat/view.ts";
import type { Log } from "../../kernel/log.ts";
import { codeOf, type SlackApi } from "./api.ts";
import { type Pictures, picturesOf } from "./render.ts";
import { cut } from "./text.ts";

export type Files = {
  /** Uploads the pictures of a view for use in a message; those that fail are shown by their words. */
  readonly pictures: (view: View) => Promise<Pictures>;
  /** Shares the files of a view in a conversation, or in a thread of it. */
  readonly share: (view: View, channel: string, thread?: string) => Promise<void>;
  /** Shares the pictures and the files of a view in a conversation, and makes the pictures usable elsewhere. */
  readonly shareAll: (view: View, channel: string) => Promise<Pictures>;
};

type Deps = { readonly api: SlackApi; readonly log: Log };

/** Where uploaded files are shared; nowhere yet where it is left out. */
type Destination = { readonly channel_id: string } | { readonly channel_id: string; readonly thread_ts: string };

const attachmentsOf = (view: View): Attachment[] =>
  view.blocks.filter((block): block is Attachment => block.is === "file");

/** How long Slack may take to look through a new picture, in milliseconds between looks; it is used after that anyway. */
const looksMs = [0, 100, 200, 400, 800, 1600, 3200];

/** Files in and out by Slack's upload in three steps; a failure is logged and never takes the answer with it. */
export function files({ api, log }: Deps): Files {
  async function upload(made: Picture | Attachment): Promise<{ id: string; title: string }> {
    const bytes = made.is === "image" ? made.png : made.content;
    const alt = made.is === "image" ? { alt_text: cut(made.alt, 1000), alt_txt: cut(made.alt, 1000) } : {};
    const { upload_url: url, file_id: id } = await api.call((client) =>
      client.files.getUploadURLExternal({ filename: made.name, length: bytes.length, ...alt }),
    );
    if (url === undefined || id === undefined) throw new Error("Slack gave no place to upload to");
    await api.upload(url, bytes);
    return { id, title: made.name };
  }

  async function complete(made: readonly (Picture | Attachment)[], to?: Destination): Promise<string[]> {
    const [first, ...rest] = await Promise.all(made.map(upload));
    if (first === undefined) return [];
    await api.call((client) => client.files.completeUploadExternal({ files: [first, ...rest], ...to }));
    return [first, ...rest].map(({ id }) => id);
  }

  /** A picture can stand in a message only once Slack has looked through it. */
  async function settle(id: string) {
    for (const pauseMs of looksMs) {
      await wait(pauseMs);
      const { file } = await api.call((client) => client.files.info({ file: id }));
      if (file?.mimetype) return;
    }
  }

  async function usable(made: readonly (Picture | Attachment)[], to?: Destination): Promise<Pictures> {
    try {
      const ids = await complete(made, to);
      const pictures = made.flatMap((each, index) =>
        each.is === "image" ? [[each.png, ids[index] ?? ""] as const] : [],
      );
      await Promise.all(pictures.map(([, id]) => settle(id)));
      return new Map(pictures);
    } catch (error) {
      log.error({ code: codeOf(error), files: made.length }, "files did not reach Slack");
      return new Map();
    }
  }

  return {
    pictures: (view) => usable(picturesOf(view)),
    share: async (view, channel, thread) => {
      const to = { channel_id: channel };
      await usable(attachmentsOf(view), thread === undefined ? to : { ...to, thread_ts: thread });
    },
    shareAll: (view, channel) => usable([...picturesOf(view), ...attachmentsOf(view)], { channel_id: channel }),
  };
}
