import { allows } from "../../chat/asker.ts";
import type { Command } from "../../chat/command.ts";
import { usage } from "../../chat/help.ts";
import type { LocalDeps, LocalPerson } from "./deps.ts";
import { dmOf } from "./directory.ts";

/** A person as the interface lists them. */
export const listedPerson = ({ id, name, roles, team, site, locale, zone }: LocalPerson) => ({
  id,
  name,
  roles,
  team: team ?? null,
  site,
  locale,
  zone,
});

/** The places that a person sees, their own conversation with Fairline first. */
export const placesOf = async (person: LocalPerson, channels: LocalDeps["channels"]) => [
  { id: dmOf(person.id), kind: "dm", name: "Fairline" },
  ...(await channels(person.id)).map(({ id, name }) => ({ id, kind: "channel", name })),
];

function listedParams({ params }: Command, { locale }: LocalPerson) {
  return Object.entries(params).flatMap(([name, param]) => {
    const kind = param.field(locale);
    if (kind === undefined) return [];
    return [{ name, label: param.label(locale), hint: param.hint?.(locale) ?? null, required: param.required, kind }];
  });
}

/** The commands that a person may give, with what a page needs to complete them as they are typed. */
export const commandsFor = (commands: readonly Command[], person: LocalPerson) =>
  commands
    .filter((command) => allows(command.allow, person))
    .map((command) => ({
      name: command.name,
      usage: usage(command),
      summary: command.summary(person.locale),
      params: listedParams(command, person),
    }));
