import { z } from "zod";
import type { Call } from "./request.ts";
import { message as messageRule } from "./rules.ts";
import type { Stored, StoredFile, World } from "./world.ts";

/** Writes and revises messages as the vendor does, and notes what it would have refused. */
export function store(of: World) {
  const { violations } = of;

  function filesOf({ files }: Call, described: z.infer<typeof messageRule>["attachments"]): StoredFile[] {
    return files.map((file) => {
      const about = described?.find(({ id }) => String(id) === file.id);
      if (about === undefined) violations.push(`a file without its attachment: ${file.name}`);
      return { id: of.id(), name: file.name, description: about?.description ?? "", content: file.content };
    });
  }

  /** Reads the body of a message; undefined, with a violation noted, when Discord would refuse it. */
  function read(call: Call, body: unknown) {
    const parsed = messageRule.safeParse(body);
    if (!parsed.success) {
      violations.push(`${call.method} ${call.path}: ${z.prettifyError(parsed.error)}`);
      return undefined;
    }
    const { embeds = [], attachments = [] } = parsed.data;
    const sent = call.files.map(({ name }) => name);
    for (const { image } of embeds) {
      const name = image?.url.replace(/^attachment:\/\//, "");
      if (image?.url.startsWith("attachment:") && !sent.includes(name ?? ""))
        violations.push(`no file for ${image.url}`);
    }
    for (const { id } of attachments) {
      if (!call.files.some((file) => file.id === String(id))) violations.push(`an attachment without its file: ${id}`);
    }
    for (const { content, name } of call.files) {
      if (content.byteLength > 10 * 1024 * 1024) violations.push(`a file over 10 MiB: ${name}`);
    }
    return { ...parsed.data, files: filesOf(call, attachments) };
  }

  const contentsOf = (made: NonNullable<ReturnType<typeof read>>) => ({
    content: made.content ?? "",
    embeds: made.embeds ?? [],
    components: made.components ?? [],
    files: made.files,
  });

  return {
    /** A new message; undefined when Discord would refuse it. */
    create(call: Call, body: unknown, channel: string, onlyFor?: string): Stored | undefined {
      const made = read(call, body);
      if (made === undefined) return undefined;
      if (onlyFor === undefined && made.flags !== undefined && (made.flags & 64) !== 0) {
        violations.push("an ephemeral message that answers no interaction");
      }
      const stored: Stored = {
        id: of.id(),
        channel,
        author: of.bot,
        ...(onlyFor === undefined ? {} : { onlyFor }),
        ...contentsOf(made),
        waiting: false,
        revised: false,
        deleted: false,
      };
      of.messages.push(stored);
      return stored;
    },

    /** A place held for an answer that is still to come. */
    hold(channel: string, onlyFor?: string): Stored {
      const stored: Stored = {
        id: of.id(),
        channel,
        author: of.bot,
        ...(onlyFor === undefined ? {} : { onlyFor }),
        content: "",
        embeds: [],
        components: [],
        files: [],
        waiting: true,
        revised: false,
        deleted: false,
      };
      of.messages.push(stored);
      return stored;
    },

    /** Revises a message in place; false when Discord would refuse it. */
    revise(call: Call, body: unknown, stored: Stored): boolean {
      if (stored.author.id !== of.bot.id) violations.push(`an edit of somebody else's message ${stored.id}`);
      const made = read(call, body);
      if (made === undefined) return false;
      Object.assign(stored, contentsOf(made), { revised: !stored.waiting, waiting: false });
      return true;
    },
  };
}

export type Store = ReturnType<typeof store>;
