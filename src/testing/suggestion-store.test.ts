import { suggestionStoreContract } from "./contracts/suggestion-store.ts";
import { suggestionsInMemory } from "./suggestion-store.ts";

suggestionStoreContract("in memory", async () => {
  const store = suggestionsInMemory();
  return { store, announced: async () => store.outbox.map(({ kind, period }) => `${kind} ${period}`) };
});
