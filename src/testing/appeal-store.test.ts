import { aForm } from "./appeal-builders.ts";
import { appealsInMemory } from "./appeal-store.ts";
import { appealStoreContract } from "./contracts/appeal-store.ts";
import { evaluationsInMemory } from "./evaluation-store.ts";

appealStoreContract("in memory", async ({ evaluations, config }) => {
  const shelf = evaluationsInMemory({ forms: [aForm()], evaluations });
  const store = appealsInMemory(shelf, config);
  return {
    store,
    announced: async () => ({ notices: store.notices, touched: store.touched }),
    evaluation: shelf.evaluation,
  };
});
