import { anId } from "./builders.ts";
import { dutyStoreContract } from "./contracts/duty-store.ts";
import { dutyInMemory } from "./duty-store.ts";

dutyStoreContract("in memory", async () => {
  const people = Array.from({ length: 9 }, (_, n) => ({ id: anId(n + 1), site: "leeds", employeeNo: `${n + 1}` }));
  const store = dutyInMemory({ people });
  return { store, announced: async () => [...store.outbox] };
});
