import { helpStoreContract } from "./contracts/help-store.ts";
import { helpInMemory } from "./help-store.ts";

helpStoreContract("in memory", async () => {
  const store = helpInMemory();
  return {
    store,
    announced: async () =>
      store.outbox.map((one) =>
        one.is === "notice" ? `${one.notice.kind} ${one.notice.period}` : `${one.touched.kind} ${one.touched.period}`,
      ),
  };
});
