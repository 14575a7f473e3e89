import type { Place } from "../../chat/ask.ts";
import type { LocalDeps, LocalPerson } from "./deps.ts";
import type { LocalMessage } from "./messages.ts";

/** The platform's own name, and the one workspace that it has. */
export const here = { platform: "local", workspace: "local" } as const;

const dm = "dm:";
/** The place id of a person's own conversation with Fairline. */
export const dmOf = (person: string): string => `${dm}${person}`;
/** The person whose own conversation a place is; undefined for a channel. */
const ownerOf = (place: string): string | undefined => (place.startsWith(dm) ? place.slice(dm.length) : undefined);

export const placeOf = (id: string): Place => ({ ...here, id, kind: ownerOf(id) === undefined ? "channel" : "dm" });

/** Who there is, and who sees what. */
export type Directory = {
  person(id: string): Promise<LocalPerson | undefined>;
  /** The place, if this person sees it. */
  place(person: string, id: string): Promise<Place | undefined>;
  sees(person: string, message: Pick<LocalMessage, "place" | "onlyFor">): Promise<boolean>;
};

export function directory({ people, channels }: Pick<LocalDeps, "people" | "channels">): Directory {
  async function place(person: string, id: string): Promise<Place | undefined> {
    const owner = ownerOf(id);
    if (owner !== undefined) return owner === person ? placeOf(id) : undefined;
    return (await channels(person)).some((channel) => channel.id === id) ? placeOf(id) : undefined;
  }
  return {
    place,
    person: async (id) => (await people()).find((person) => person.id === id),
    sees: async (person, message) =>
      (message.onlyFor === undefined || message.onlyFor === person) &&
      (await place(person, message.place)) !== undefined,
  };
}
