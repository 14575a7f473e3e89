export { celebrationsInBulletin } from "./bulletin.ts";
export { type Celebrations, type CelebrationsDeps, celebrations } from "./celebrations.ts";
export { celebrationCommands } from "./commands.ts";
export { peopleAnew } from "./names.ts";
export { type CelebrationsConfig, celebrationsConfig } from "./rules.ts";
export type {
  Card,
  CelebrationStore,
  NewCard,
  OwnBirthday,
  Party,
  Signature,
} from "./store.ts";
