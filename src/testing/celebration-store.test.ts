import { anId, aPerson, aSite } from "./builders.ts";
import { celebrationsInMemory } from "./celebration-store.ts";
import { celebrationStoreContract } from "./contracts/celebration-store.ts";
import { peopleInMemory } from "./people-store.ts";

celebrationStoreContract("in memory", async () => {
  const people = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => aPerson({ id: anId(n), employeeNo: `${n}` }));
  const store = celebrationsInMemory(peopleInMemory({ sites: [aSite()], teams: [], people }));
  return { store, announced: async () => store.announced() };
});
