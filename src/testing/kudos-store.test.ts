import { kudosStoreContract } from "./contracts/kudos-store.ts";
import { kudosInMemory } from "./kudos-store.ts";

kudosStoreContract("in memory", async () => {
  const store = kudosInMemory();
  return { store, announced: async () => [...store.outbox] };
});
