import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Command } from "../../chat/command.ts";
import type { Param } from "../../chat/param.ts";
import type { Say } from "../../kernel/locale.ts";
import { oneLine } from "./escape.ts";
import { shorten, vendor } from "./limits.ts";

export type CommandJson = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Discord takes no capitals in the names of options. */
export const optionName = (param: string): string => param.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const short = (text: string) => shorten(oneLine(text) || "…", vendor.description100);
const described = (say: Say) => ({
  description: short(say("en")),
  description_localizations: { "zh-CN": short(say("zh-CN")) },
});

/** An option's name in Chinese, where its label can be one. */
function nameInChinese(param: Param): { name_localizations?: LocalizationMap } {
  const name = param.label("zh-CN").toLowerCase();
  return /^[-_\p{L}\p{N}]{1,32}$/u.test(name) ? { name_localizations: { "zh-CN": name } } : {};
}

function choicesOf(param: Param) {
  const [english, chinese] = [param.field("en"), param.field("zh-CN")];
  if (english?.is !== "choice" || english.options.length > vendor.choices) return {};
  const inChinese = new Map(chinese?.is === "choice" ? chinese.options.map((o) => [o.value, o.label]) : []);
  return {
    choices: english.options.map(({ value, label }) => ({
      name: short(label),
      name_localizations: { "zh-CN": short(inChinese.get(value) ?? label) },
      value,
    })),
  };
}

function typeOf(param: Param) {
  const kind = param.field("en");
  switch (kind?.is) {
    case "person":
      return { type: ApplicationCommandOptionType.User } as const;
    case "file":
      return { type: ApplicationCommandOptionType.Attachment } as const;
    case "line":
    case "paragraph":
      return {
        type: ApplicationCommandOptionType.String,
        max_length: Math.min(kind.max ?? vendor.optionLength, vendor.optionLength),
      } as const;
    default:
      return { type: ApplicationCommandOptionType.String, ...choicesOf(param) } as const;
  }
}

/** Nothing is required of Discord itself, so that what is missing opens the form; what the form needs comes first. */
function optionsOf(command: Command): APIApplicationCommandBasicOption[] {
  const shown = Object.entries(command.params).filter(([, param]) => param.field("en") !== undefined);
  const ordered = [...shown.filter(([, param]) => param.required), ...shown.filter(([, param]) => !param.required)];
  const names = ordered.map(([, param]) => nameInChinese(param).name_localizations?.["zh-CN"]);
  return ordered.map(([name, param], index) => ({
    name: optionName(name),
    ...(names.indexOf(names[index]) === index ? nameInChinese(param) : {}),
    ...described(param.hint ?? param.label),
    required: false,
    ...typeOf(param),
  }));
}

const alone = (command: Command): CommandJson => ({
  type: ApplicationCommandType.ChatInput,
  name: command.name,
  ...described(command.summary),
  options: optionsOf(command),
});

function family(head: string, members: readonly Command[]): CommandJson {
  const options = members.map(
    (command): APIApplicationCommandSubcommandOption => ({
      type: ApplicationCommandOptionType.Subcommand,
      name: command.name.split(" ")[1] ?? "",
      ...described(command.summary),
      options: optionsOf(command),
    }),
  );
  const summary: Say = (locale) => members.map((member) => member.summary(locale)).join(" · ");
  return { type: ApplicationCommandType.ChatInput, name: head, ...described(summary), options };
}

/** Why Discord could not take a command, in words for whoever declares it; empty when it can. */
function problemsOf(command: Command): string[] {
  const shown = Object.values(command.params).filter((param) => param.field("en") !== undefined);
  const opens = shown.some((param) => param.required);
  return [
    ...(opens && shown.length > vendor.modalFields
      ? [`/${command.name} asks for ${shown.length} values; a form on Discord has at most ${vendor.modalFields}`]
      : []),
    ...(shown.length > vendor.options
      ? [`/${command.name} has ${shown.length} parameters; Discord takes ${vendor.options}`]
      : []),
  ];
}

/**
 * The application commands as Discord registers them, two-word names as subcommands of their first word. Throws with
 * every command that Discord could not carry.
 */
export function commandsJson(commands: readonly Command[]): CommandJson[] {
  const heads = [...new Set(commands.map(({ name }) => name.split(" ")[0] ?? ""))];
  const made = heads.map((head) => {
    const own = commands.find(({ name }) => name === head);
    return own === undefined
      ? family(
          head,
          commands.filter(({ name }) => name.startsWith(`${head} `)),
        )
      : alone(own);
  });
  const crowded = made.filter(({ options = [] }) => options.length > vendor.options).map(({ name }) => name);
  const problems = [
    ...commands.flatMap(problemsOf),
    ...(made.length > vendor.commands ? [`${made.length} commands; Discord takes ${vendor.commands}`] : []),
    ...crowded.map((name) => `/${name} has more than ${vendor.options} subcommands`),
  ];
  if (problems.length > 0) throw new RangeError(problems.join("; "));
  return made;
}
