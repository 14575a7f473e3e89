import type { KnownBlock, ModalView } from "@slack/types";
import { type Answer, type Args, refused, text } from "./args.ts";
import { conversations } from "./conversations.ts";
import { messageRules, modalRules } from "./rules.ts";
import type { Shapes } from "./schema.ts";
import { directOf, idOf, type Metadata, maySee, type Stored, type Told, timestamp, type World } from "./world.ts";

/** The Web API as far as a bot like ours uses it. Whatever Slack would refuse is refused, and noted as a violation. */
export function webApi(of: World, shapes: Shapes, url: () => string) {
  const complain = (what: string, problems: readonly string[]) => {
    of.violations.push(...problems.map((problem) => `${what}: ${problem}`));
    return problems.length > 0;
  };

  /** Pictures must be looked through by Slack, and somebody who alone sees a message must be let to see them. */
  function pictureProblems(blocks: readonly KnownBlock[], onlyFor?: string): string[] {
    return blocks.flatMap((block) => {
      if (block.type !== "image") return [];
      if (!("slack_file" in block) || !("id" in block.slack_file)) return ["a picture from elsewhere"];
      const file = of.files.get(block.slack_file.id);
      if (file === undefined || !file.complete || file.looks < 2) return [`invalid slack file ${block.slack_file.id}`];
      return onlyFor !== undefined && !maySee(of, file, onlyFor) ? [`${onlyFor} may not see ${file.name}`] : [];
    });
  }

  /** What is wrong with a message; noted. */
  function wrongMessage(what: string, message: Args, onlyFor?: string): boolean {
    const blocks = (message.blocks ?? []) as KnownBlock[];
    return complain(what, [
      ...blocks.flatMap(shapes.block),
      ...messageRules(message.text, blocks),
      ...pictureProblems(blocks, onlyFor),
      ...(/<!(channel|here|everyone)/.test(text(message, "text")) ? ["the text pings everyone"] : []),
    ]);
  }

  const isMetadata = (value: unknown): value is Metadata =>
    typeof value === "object" && value !== null && "event_type" in value && "event_payload" in value;

  function tell(channel: string, message: Args, more: { onlyFor?: string; files?: readonly string[] } = {}): Told {
    const thread = text(message, "thread_ts");
    const told: Told = {
      ts: timestamp(of),
      channel,
      text: text(message, "text"),
      blocks: (message.blocks ?? []) as KnownBlock[],
      files: more.files ?? [],
      revised: false,
      ...(more.onlyFor ? { onlyFor: more.onlyFor } : {}),
      ...(thread ? { thread } : {}),
      ...(isMetadata(message.metadata) ? { metadata: message.metadata } : {}),
    };
    of.told.push(told);
    return told;
  }

  function change(told: Told, message: Args) {
    told.text = text(message, "text");
    told.blocks = (message.blocks ?? []) as KnownBlock[];
    told.revised = true;
  }

  const place = (args: Args) => {
    const channel = text(args, "channel");
    return of.members.has(channel) ? directOf(of, channel) : channel;
  };

  const fileOf = (file: Stored) => ({
    id: file.id,
    name: file.name,
    size: file.length,
    mimetype: file.looks >= 2 ? "application/octet-stream" : "",
    url_private: `${url()}/files/${file.id}`,
  });

  const methods: Readonly<Record<string, (args: Args) => Answer>> = {
    "auth.test": () => ({ ok: true, team_id: of.team, user_id: of.bot.user, bot_id: of.bot.id, team: "Harbour" }),
    "users.info": (args) => {
      const member = of.members.get(text(args, "user"));
      if (!member) return refused("user_not_found");
      const profile = { email: member.email, display_name: member.name };
      const { id, name, locale } = member;
      return { ok: true, user: { id, team_id: of.team, name, locale, is_email_confirmed: true, profile } };
    },
    ...conversations(of),
    "chat.postMessage": (args) => {
      const channel = place(args);
      if (!of.channels.has(channel)) return refused("channel_not_found");
      if (args.metadata !== undefined && !isMetadata(args.metadata)) return refused("invalid_metadata_format");
      if (wrongMessage("chat.postMessage", args)) return refused("invalid_blocks");
      return { ok: true, channel, ts: tell(channel, args).ts };
    },
    "chat.postEphemeral": (args) => {
      const channel = text(args, "channel");
      const user = text(args, "user");
      if (!of.channels.has(channel)) return refused("channel_not_found");
      if (!of.channels.get(channel)?.has(user)) return refused("user_not_in_channel");
      if (wrongMessage("chat.postEphemeral", args, user)) return refused("invalid_blocks");
      return { ok: true, message_ts: tell(channel, args, { onlyFor: user }).ts };
    },
    "chat.update": (args) => {
      const told = of.told.find(({ ts, channel }) => ts === args.ts && channel === args.channel);
      if (told === undefined) return refused("message_not_found");
      if (told.onlyFor !== undefined) return refused("cant_update_message");
      if (text(args, "text").length > 4000) return refused("msg_too_long");
      if (wrongMessage("chat.update", args)) return refused("invalid_blocks");
      change(told, args);
      return { ok: true, channel: told.channel, ts: told.ts };
    },
    "views.open": (args) => {
      const trigger = of.triggers.get(text(args, "trigger_id"));
      of.triggers.delete(text(args, "trigger_id"));
      if (trigger === undefined) return refused("invalid_trigger_id");
      if (trigger.until < Date.now()) return refused("expired_trigger_id");
      const view = args.view as ModalView;
      const blocks = view.blocks as KnownBlock[];
      if (complain("views.open", [...shapes.modal(view), ...blocks.flatMap(shapes.block), ...modalRules(view)])) {
        return refused("invalid_arguments");
      }
      const id = idOf("V", of.next());
      of.views.set(trigger.user, { id, view });
      return { ok: true, view: { ...view, id } };
    },
    "files.getUploadURLExternal": (args) => {
      const length = Number(args.length);
      if (!(length > 0) || text(args, "filename") === "") return refused("invalid_arguments");
      const id = idOf("F", of.next());
      const [name, alt] = [text(args, "filename"), text(args, "alt_txt")];
      of.files.set(id, { id, name, alt, length, sharedIn: new Set(), looks: 0, complete: false });
      return { ok: true, file_id: id, upload_url: `${url()}/upload/${id}` };
    },
    "files.completeUploadExternal": (args) => {
      const found = (args.files as { id: string }[]).map(({ id }) => of.files.get(id));
      const channel = text(args, "channel_id");
      if (channel !== "" && !of.channels.has(channel)) return refused("channel_not_found");
      const files = found.filter((file) => file?.content?.length === file?.length) as Stored[];
      if (files.length < found.length) return refused("file_not_found");
      for (const file of files) {
        file.complete = true;
        if (channel !== "") file.sharedIn.add(channel);
      }
      if (channel !== "") tell(channel, { thread_ts: args.thread_ts }, { files: files.map(({ id }) => id) });
      return { ok: true, files: files.map(fileOf) };
    },
    "files.info": (args) => {
      const file = of.files.get(text(args, "file"));
      if (!file?.complete) return refused("file_not_found");
      file.looks += 1;
      return { ok: true, file: fileOf(file) };
    },
  };

  return {
    /** Answers a call to a method; `method` and its error are noted when it is refused. */
    call(method: string, args: Args): Answer {
      of.calls.push({ method, args });
      const does = methods[method];
      const answer = does ? does(args) : refused("unknown_method");
      if (!answer.ok) of.violations.push(`${method}: ${String(answer.error)}`);
      return answer;
    },

    /** Answers a post to a response URL: `ok`, or the reason of the refusal. */
    respond(token: string, message: Args): "ok" | string {
      of.calls.push({ method: "response_url", args: message });
      const to = of.responseUrls.get(token);
      if (to === undefined || to.until < Date.now()) return "expired_url";
      if (to.uses >= 5) return "used_url";
      to.uses += 1;
      const inChannel = message.response_type === "in_channel";
      const onlyFor = message.replace_original === true ? to.message?.onlyFor : inChannel ? undefined : to.user;
      if (wrongMessage("response_url", message, onlyFor)) return "invalid_blocks";
      if (message.replace_original === true && to.message) change(to.message, message);
      else tell(to.channel, message, inChannel ? {} : { onlyFor: to.user });
      return "ok";
    },
  };
}
