import type { View } from "../../chat/view.ts";
import type { Log } from "../../kernel/log.ts";
import { codeOf } from "./api.ts";
import { type Message, type Pictures, render } from "./render.ts";
import type { Ink } from "./spans.ts";

/** Sends a view with pictures and tables, and as words alone where Slack refuses such a block in this place. */
export type Illustrated = <T>(view: View, pictures: Pictures, send: (message: Message) => Promise<T>) => Promise<T>;

/** What Slack answers to a block that it does not take; a response URL may say no more than 400. */
const refusals: readonly string[] = ["invalid_blocks", "invalid_blocks_format", "invalid_payload", "http_400"];

export const illustrated =
  ({ ink, log }: { readonly ink: Ink; readonly log: Log }): Illustrated =>
  async (view, pictures, send) => {
    try {
      return await send(render(view, ink, pictures));
    } catch (error) {
      const code = codeOf(error);
      const holdsMore = pictures.size > 0 || view.blocks.some(({ is }) => is === "table");
      if (!refusals.includes(code) || !holdsMore) throw error;
      log.warn({ code }, "Slack refused a picture or a table");
      return send(render(view, ink, new Map(), "words"));
    }
  };
