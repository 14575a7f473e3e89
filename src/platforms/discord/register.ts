import { type APIApplicationCommand, type Client, Routes } from "discord.js";
import type { Command } from "../../chat/command.ts";
import { commandsJson } from "./manifest.ts";
import type { CommandIds } from "./spans.ts";

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
function idsOf(registered: readonly APIApplicationCommand[], commands: readonly Command[]): CommandIds {
  const byHead = new Map(registered.map(({ name, id }) => [name, id]));
  const pairs = commands.map(({ name }) => [name, byHead.get(name.split(" ")[0] ?? "")] as const);
  return new Map(pairs.flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])));
}

/** Registers the commands, in one guild or everywhere, unless Discord has just these already. */
export async function register(
  client: Client<true>,
  commands: readonly Command[],
  guild: string | undefined,
): Promise<{ readonly changed: boolean; readonly ids: CommandIds }> {
  const application = client.application.id;
  const route =
    guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  const wanted = commandsJson(commands);
  const query = new URLSearchParams({ with_localizations: "true" });
  const known = (await client.rest.get(route, { query })) as APIApplicationCommand[];
  if (textOf(known) === textOf(wanted)) return { changed: false, ids: idsOf(known, commands) };
  const registered = (await client.rest.put(route, { body: wanted })) as APIApplicationCommand[];
  return { changed: true, ids: idsOf(registered, commands) };
}
