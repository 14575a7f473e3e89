import { goodCallStoreContract } from "./contracts/good-call-store.ts";
import { goodCallsInMemory } from "./good-call-store.ts";

goodCallStoreContract("in memory", async (contacts) => {
  const store = goodCallsInMemory({ contacts });
  return {
    store,
    announced: async () =>
      store.outbox.map((one) =>
        one.is === "notice" ? `${one.notice.kind} ${one.notice.period}` : `${one.touched.kind} ${one.touched.period}`,
      ),
  };
});
