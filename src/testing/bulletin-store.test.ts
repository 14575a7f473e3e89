import { bulletinsInMemory } from "./bulletin-store.ts";
import { bulletinStoreContract } from "./contracts/bulletin-store.ts";

bulletinStoreContract("in memory", async () => {
  const store = bulletinsInMemory();
  return { store, announced: async () => store.outbox };
});
