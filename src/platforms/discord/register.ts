import { type APIApplicationCommand, ApplicationCommandOptionType, type Client, type REST, Routes } from "discord.js";
import { z } from "zod";
import type { Command } from "../../chat/command.ts";
import type { Log } from "../../kernel/log.ts";
import { codeOf, told } from "./faults.ts";
import { commandsJson } from "./manifest.ts";
import { type CommandIds, platformName } from "./spans.ts";

const application = z.object({ id: z.string() });

/** The fields of a command that we declare; Discord adds others and leaves out those that hold nothing. */
const ours = [
  "type",
  "name",
  "name_localizations",
  "description",
  "description_localizations",
  "required",
  "max_length",
  "choices",
  "value",
  "options",
];

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === "object" && Object.keys(value).length === 0);

/** A declaration in one form, whoever wrote it, so that two that mean the same are the same text. */
function canonical(value: unknown, within = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(item, within));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, held]) => (within.endsWith("localizations") || ours.includes(key)) && !isEmpty(held))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, held]) => [key, canonical(held, key)]));
}

const textOf = (commands: readonly { readonly name: string }[]) =>
  JSON.stringify([...commands].sort((a, b) => (a.name < b.name ? -1 : 1)).map((command) => canonical(command)));

/** The id under which each command, subcommands included, can be mentioned. */
const idsOf = (registered: readonly APIApplicationCommand[]): CommandIds =>
  new Map(
    registered.flatMap(({ name, id, options = [] }) => {
      const subs = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
      const names = subs.length > 0 ? subs.map((sub) => `${name} ${sub.name}`) : [name];
      return names.map((each) => [each, id] as const);
    }),
  );

const routeOf = (application: string, guild: string | undefined) =>
  guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);

const registeredAt = async (rest: REST, route: ReturnType<typeof routeOf>) =>
  (await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) })) as APIApplicationCommand[];

type Asking = { readonly rest: REST; readonly guild: string | undefined; readonly log: Log };

/** The ids of the commands as they are registered; none, and so commands shown as text, where Discord does not tell. */
export async function registered({ rest, guild, log }: Asking): Promise<CommandIds> {
  try {
    const { id } = application.parse(await rest.get(Routes.currentApplication()));
    return idsOf(await registeredAt(rest, routeOf(id, guild)));
  } catch (error) {
    log.warn({ platform: platformName, code: codeOf(error), reason: told(error) }, "commands could not be looked up");
    return new Map();
  }
}

/** Registers the commands, in one guild or everywhere, unless Discord has just these already. */
export async function register(
  client: Client<true>,
  commands: readonly Command[],
  guild: string | undefined,
): Promise<{ readonly changed: boolean; readonly ids: CommandIds }> {
  const route = routeOf(client.application.id, guild);
  const wanted = commandsJson(commands);
  const known = await registeredAt(client.rest, route);
  if (textOf(known) === textOf(wanted)) return { changed: false, ids: idsOf(known) };
  const made = (await client.rest.put(route, { body: wanted })) as APIApplicationCommand[];
  return { changed: true, ids: idsOf(made) };
}
