import { drawStoreContract } from "./contracts/draw-store.ts";
import { drawsInMemory } from "./draw-store.ts";

drawStoreContract("in memory", async () => {
  const store = drawsInMemory();
  return { store, announced: async () => ({ notices: store.outbox, touched: store.touched }) };
});
