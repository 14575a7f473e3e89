import { awardsInMemory } from "./award-store.ts";
import { awardStoreContract } from "./contracts/award-store.ts";

awardStoreContract("in memory", async () => {
  const store = awardsInMemory();
  return {
    store,
    announced: async () => store.outbox.map((one) => (one.is === "notice" ? one.notice : one.touched)),
  };
});
