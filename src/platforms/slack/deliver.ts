import { note, text, type View } from "../../chat/view.ts";
import type { Log } from "../../kernel/log.ts";
import { codeOf, type SlackApi } from "./api.ts";
import type { Directory } from "./directory.ts";
import type { Files } from "./files.ts";
import type { Illustrated } from "./illustrated.ts";
import { words } from "./messages.ts";
import type { Origin } from "./origin.ts";
import { type Pictures, plainText } from "./render.ts";
import { cut } from "./text.ts";

/** Sends answers to where they belong, waiting as long as Slack asks for it. */
export type Delivery = {
  /**
   * To one person, where they asked. Slack's private notes hold no files, so pictures and files go to the direct
   * conversation, which makes them readable to this person; the note says so and shows the pictures as well.
   */
  readonly tell: (to: Origin, view: View) => Promise<void>;
  /** To everybody where it was asked. */
  readonly announce: (to: Origin, view: View) => Promise<void>;
  /**
   * To one person, by ways alone that Slack keeps nothing of: a private note, else a window while their `trigger` lives.
   * Where none is left they are told in the direct conversation that it is not repeated there.
   */
  readonly whisper: (to: Origin, view: View, trigger?: string) => Promise<void>;
  /** In place of the message that was pressed; by `otherwise` where that cannot be. */
  readonly replace: (to: Origin, view: View, otherwise?: () => Promise<void>) => Promise<void>;
};

type Deps = {
  readonly api: SlackApi;
  readonly files: Files;
  readonly directory: Directory;
  readonly illustrated: Illustrated;
  readonly log: Log;
};

type Way = { readonly by: string; readonly send: () => Promise<unknown> };

/** Slack's limit on a window's title, in characters. */
const longestTitle = 24;

const holdsFiles = (view: View) => view.blocks.some(({ is }) => is === "image" || is === "file");

export function delivery({ api, files, directory, illustrated, log }: Deps): Delivery {
  /** The first way that works; throws what the last one met when none does. */
  async function firstOf(ways: readonly Way[]): Promise<void> {
    let met: unknown;
    for (const { by, send } of ways) {
      try {
        await send();
        return;
      } catch (error) {
        met = error;
        log.warn({ by, code: codeOf(error) }, "an answer did not get through this way");
      }
    }
    throw new Error("no way to answer is left", { cause: met });
  }

  async function post(channel: string, view: View, thread?: string) {
    const pictures = await files.pictures(view);
    const in_thread = thread === undefined ? {} : { thread_ts: thread };
    const sent = await illustrated(view, pictures, (message) =>
      api.call((client) => client.chat.postMessage({ channel, ...in_thread, ...message })),
    );
    await files.share(view, sent.channel ?? channel);
  }

  async function revise(channel: string, ts: string, view: View) {
    const pictures = await files.pictures(view);
    await illustrated(view, pictures, (message) =>
      api.call((client) => client.chat.update({ channel, ts, ...message })),
    );
  }

  const isDirect = async ({ channel, user }: Origin) =>
    channel?.startsWith("D") === true && channel === (await directory.direct(user).catch(() => undefined));

  /** A private note's pictures, shared with its reader so that they can be seen, and the view that says where they are. */
  async function withFiles(view: View, user: string): Promise<{ view: View; pictures: Pictures }> {
    if (!holdsFiles(view)) return { view, pictures: new Map() };
    try {
      const pictures = await files.shareAll(view, await directory.direct(user));
      const said = note(words.alsoInDirect(view.locale ?? "en"));
      return { view: { ...view, blocks: [...view.blocks, said] }, pictures };
    } catch (error) {
      log.error({ code: codeOf(error) }, "files did not reach a direct conversation");
      return { view, pictures: new Map() };
    }
  }

  /** A private note by response URL, where there is one, else by name in the channel. */
  function noteWays({ respond, channel, user, thread }: Origin, view: View, pictures: Pictures): Way[] {
    const byUrl = (url: string): Way => ({
      by: "response_url",
      send: () =>
        illustrated(view, pictures, (message) =>
          api.respond(url, { ...message, response_type: "ephemeral", replace_original: false }),
        ),
    });
    const inChannel = (id: string): Way => ({
      by: "chat.postEphemeral",
      send: () =>
        illustrated(view, pictures, (message) => {
          const in_thread = thread === undefined ? {} : { thread_ts: thread };
          return api.call((client) => client.chat.postEphemeral({ channel: id, user, ...in_thread, ...message }));
        }),
    });
    return [...(respond ? [byUrl(respond)] : []), ...(channel ? [inChannel(channel)] : [])];
  }

  const directWay = ({ user }: Origin, view: View): Way => ({
    by: "direct conversation",
    send: async () => post(await directory.direct(user), view),
  });

  async function tell(to: Origin, view: View) {
    if (await isDirect(to)) return firstOf([directWay(to, view), ...noteWays(to, view, new Map())]);
    const shared = await withFiles(view, to.user);
    return firstOf([...noteWays(to, shared.view, shared.pictures), directWay(to, view)]);
  }

  /** A window with nothing to send in, which is gone when it is closed. */
  const windowWay = (trigger: string, view: View): Way => ({
    by: "views.open",
    send: () =>
      illustrated(view, new Map(), ({ blocks }) => {
        const shown = { type: "modal" as const, title: plainText(cut(view.title, longestTitle)), blocks };
        return api.call((client) => client.views.open({ trigger_id: trigger, view: shown }));
      }),
  });

  function whisper(to: Origin, view: View, trigger?: string) {
    const locale = view.locale ?? "en";
    const sorry: View = {
      title: words.notRepeatedTitle(locale),
      locale,
      tone: "attention",
      blocks: [text(words.notRepeated(locale))],
    };
    const inWindow = trigger === undefined ? [] : [windowWay(trigger, view)];
    return firstOf([...noteWays(to, view, new Map()), ...inWindow, directWay(to, sorry)]);
  }

  async function announce(to: Origin, view: View) {
    const { channel, respond, thread } = to;
    const posted: Way[] = channel ? [{ by: "chat.postMessage", send: () => post(channel, view, thread) }] : [];
    const responded: Way[] = respond
      ? [
          {
            by: "response_url",
            send: () =>
              illustrated(view, new Map(), (made) => api.respond(respond, { ...made, response_type: "in_channel" })),
          },
        ]
      : [];
    return firstOf([...posted, ...responded, { by: "private answer", send: () => tell(to, view) }]);
  }

  async function replace(to: Origin, view: View, otherwise = () => tell(to, view)) {
    const { channel, respond, message } = to;
    if (message === undefined) return otherwise();
    const shared = message.ephemeral ? await withFiles(view, to.user) : { view, pictures: new Map() };
    const updated: Way[] =
      channel && !message.ephemeral ? [{ by: "chat.update", send: () => revise(channel, message.ts, view) }] : [];
    const responded: Way[] = respond
      ? [
          {
            by: "response_url",
            send: () =>
              illustrated(shared.view, shared.pictures, (made) =>
                api.respond(respond, { ...made, replace_original: true }),
              ),
          },
        ]
      : [];
    return firstOf([...updated, ...responded, { by: "private answer", send: otherwise }]);
  }

  return { tell, whisper, announce, replace };
}
