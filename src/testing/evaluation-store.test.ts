import { evaluationStoreContract } from "./contracts/evaluation-store.ts";
import { evaluationsInMemory } from "./evaluation-store.ts";

evaluationStoreContract("in memory", async (known) => {
  const store = evaluationsInMemory(known);
  return { store, announced: async () => store.outbox };
});
