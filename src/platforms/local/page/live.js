const msToRetry = 2_000;

/**
 * Hears of everything new for a person, also after the connection was lost.
 * @param {{ person: string, onMessage: (told: any) => void, onOpen: () => void, onLost: () => void, onBeat: () => void }} with_
 * @returns {() => void} stops listening
 */
export function listen({ person, onMessage, onOpen, onLost, onBeat }) {
  let source;
  let timer;
  function connect() {
    source = new EventSource(`/api/events?as=${encodeURIComponent(person)}`);
    source.addEventListener("open", onOpen);
    source.addEventListener("beat", onBeat);
    source.addEventListener("message", (event) => onMessage(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      onLost();
      // A browser tries again by itself unless the answer was a refusal.
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(connect, msToRetry);
    });
  }
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
