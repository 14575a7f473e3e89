import { type Command, openCommand, view } from "../../chat/command.ts";
import { words as chatWords } from "../../chat/messages.ts";
import { optional, parsed } from "../../chat/param.ts";
import { rootCommand } from "../../chat/registry.ts";
import { text, type View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { linkCommands } from "./link-commands.ts";
import { leftView } from "./link-views.ts";
import { words } from "./messages.ts";
import type { People } from "./people.ts";
import { type PreferenceBook, settingsCommands } from "./settings.ts";
import { aboutView, type HealthLine, healthView, helpView } from "./views.ts";

export type PeopleCommandsDeps = {
  readonly people: People;
  /** Every command of the house, for `/fairline` to list. */
  readonly commands: () => readonly Command[];
  /** How the house is doing, asked only by admins. */
  readonly health: () => Promise<readonly HealthLine[]>;
  readonly preferences: PreferenceBook;
};

const topics = {
  commands: ["commands", "help", "命令", "帮助"],
  about: ["about", "关于"],
  health: ["health", "状态"],
} as const;
type Topic = keyof typeof topics;

const topic = parsed<Topic>({ label: words.topic, hint: words.topicHint }, (value) => {
  const all = Object.entries(topics) as [Topic, readonly string[]][];
  const found = all.find(([, names]) => names.includes(value.toLowerCase()));
  return found ? done(found[0]) : refuse({ say: words.notATopic });
});

const forAdmins: Localised<View> = ({ locale }) => ({
  title: chatWords.notAllowedTitle(locale),
  tone: "attention",
  blocks: [text(chatWords.notAllowed(["admin"])(locale))],
});

/** `/link`, `/settings` and `/fairline`, with what their buttons do. */
export function peopleCommands({ people, commands, health, preferences }: PeopleCommandsDeps) {
  const linking = linkCommands(people);
  const settings = settingsCommands({ setLocale: people.setLocale, preferences });

  const fairline = openCommand({
    name: rootCommand,
    summary: words.fairlineSummary,
    audience: "asker",
    params: { topic: optional(topic) },
    async run({ asker, account, values }) {
      if (asker === undefined) {
        const standing = await people.standing(account);
        return view(standing.is === "left" ? () => leftView(standing) : aboutView(true));
      }
      if (values.topic === "about") return view(aboutView(false));
      const isAdmin = asker.roles.includes("admin");
      if (values.topic === "health") return view(isAdmin ? healthView(await health()) : forAdmins);
      return view(helpView(asker, commands(), isAdmin ? await health() : undefined));
    },
  });

  return {
    commands: [...linking.commands, ...settings.commands, fairline],
    actions: [...linking.actions, ...settings.actions],
  };
}
