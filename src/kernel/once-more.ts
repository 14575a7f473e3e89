/**
 * Work of which one run at most is under way and one more at most waits: whoever asks meanwhile gets the run that begins
 * after they asked.
 */
export function onceMore(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  return () => {
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = undefined;
        running = work();
        return running;
      });
    return waiting;
  };
}
