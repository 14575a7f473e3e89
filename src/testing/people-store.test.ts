import { peopleStoreContract } from "./contracts/people-store.ts";
import { peopleInMemory } from "./people-store.ts";

peopleStoreContract("in memory", async (roster) => peopleInMemory(roster));
