import type { Recipient } from "../notices/index.ts";
import { channelFor, type Person, type Site, type TeamId } from "../people/index.ts";
import type { Greeting } from "./greeted.ts";

/** Where a site is told of celebrations. */
export const celebrationsChannel = (site: Site): Recipient | undefined => {
  const name = channelFor(site, "celebrations");
  return name === undefined ? undefined : { is: "channel", site: site.id, name };
};

export type Placing = {
  readonly site: Site;
  /** Who sits in the teams whose own greetings are. */
  readonly members: ReadonlyMap<TeamId, readonly Person[]>;
};

/**
 * Where a birthday is told: in the site's channel, or where it is the team's alone to each teammate by direct message,
 * as nobody can know who else reads a channel.
 */
export function placesOf({ person, audience }: Greeting, { site, members }: Placing): readonly Recipient[] {
  if (audience.is === "public") return [celebrationsChannel(site) ?? []].flat();
  const ids = audience.teams.flatMap((team) => (members.get(team) ?? []).map(({ id }) => id));
  return [...new Set(ids)].filter((id) => id !== person.id).map((id) => ({ is: "person", id }));
}
