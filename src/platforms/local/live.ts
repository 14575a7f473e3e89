import { PassThrough } from "node:stream";
import type { Directory } from "./directory.ts";
import type { LocalMessage } from "./messages.ts";
import { shown } from "./shown.ts";

/** Streams that tell open pages what is new, as server-sent events. */
export type Live = {
  /** A stream for one person; it ends with the page or with `close`. */
  open(person: string): NodeJS.ReadableStream;
  announce(message: LocalMessage): void;
  close(): void;
};

type LiveDeps = { readonly directory: Directory; readonly fault: (error: unknown) => void };
/** `told` is done when everything so far was sent, so that what follows comes after it. */
type Watcher = { readonly person: string; readonly stream: PassThrough; told: Promise<void> };

const msBetweenBeats = 15_000;
/** A page that does not read for so long that this much waits for it is let go: it comes back and asks for what it missed. */
const mostWaitingBytes = 4_000_000;

export function live({ directory, fault }: LiveDeps): Live {
  const watchers = new Set<Watcher>();

  function send({ stream }: Watcher, event: string) {
    if (stream.writableEnded || stream.destroyed) return;
    if (stream.readableLength > mostWaitingBytes) stream.destroy();
    else stream.write(event);
  }

  async function tell(watcher: Watcher, message: LocalMessage) {
    if (!(await directory.sees(watcher.person, message))) return;
    const told = { place: message.place, message: shown(message, watcher.person) };
    send(watcher, `event: message\ndata: ${JSON.stringify(told)}\n\n`);
  }

  return {
    open(person) {
      const watcher: Watcher = { person, stream: new PassThrough(), told: Promise.resolve() };
      const beat = setInterval(() => send(watcher, "event: beat\ndata: {}\n\n"), msBetweenBeats);
      beat.unref();
      watcher.stream.on("close", () => {
        clearInterval(beat);
        watchers.delete(watcher);
      });
      watchers.add(watcher);
      send(watcher, "retry: 1000\nevent: open\ndata: {}\n\n");
      return watcher.stream;
    },
    announce(message) {
      for (const watcher of watchers) watcher.told = watcher.told.then(() => tell(watcher, message)).catch(fault);
    },
    close() {
      for (const { stream } of watchers) stream.end();
    },
  };
}
