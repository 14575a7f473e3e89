import { suggestionStoreContract } from "./contracts/suggestion-store.ts";
import { suggestionsInMemory } from "./suggestion-store.ts";

suggestionStoreContract("in memory", async () => {
  const store = suggestionsInMemory();
  const announced = store.outbox;
  return {
    store,
    announced: async () =>
      announced.map((one) => {
        const from = "tellAt" in one && one.tellAt !== undefined ? ["from", one.tellAt.toISOString()] : [];
        return [one.kind, one.period, ...from].join(" ");
      }),
  };
});
