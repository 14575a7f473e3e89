import { action, type Command, command, openCommand, view } from "../../chat/command.ts";
import { words as chatWords } from "../../chat/messages.ts";
import { optional, parsed } from "../../chat/param.ts";
import { rootCommand } from "../../chat/registry.ts";
import { text, type View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { language, switchLanguage } from "./addresses.ts";
import { linkCommands } from "./link-commands.ts";
import { leftView } from "./link-views.ts";
import { words } from "./messages.ts";
import type { People } from "./people.ts";
import { aboutView, type HealthLine, healthView, helpView, settingsView } from "./views.ts";

export type PeopleCommandsDeps = {
  readonly people: People;
  /** Every command of the house, for `/fairline` to list. */
  readonly commands: () => readonly Command[];
  /** How the house is doing, asked only by admins. */
  readonly health: () => Promise<readonly HealthLine[]>;
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
export function peopleCommands({ people, commands, health }: PeopleCommandsDeps) {
  const linking = linkCommands(people);

  const settings = command({
    name: "settings",
    summary: words.settingsSummary,
    allow: "everyone",
    audience: "asker",
    params: { language: optional(language) },
    async run({ asker, values }) {
      if (values.language === undefined) return view(settingsView(asker.locale, false));
      await people.setLocale(asker.person, values.language);
      return view(settingsView(values.language, true));
    },
  });

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
    commands: [...linking.commands, settings, fairline],
    actions: [
      ...linking.actions,
      action({
        ...switchLanguage,
        summary: words.switchSummary,
        allow: "everyone",
        audience: "replace",
        async run({ asker, values }) {
          await people.setLocale(asker.person, values.language);
          return view(settingsView(values.language, true));
        },
      }),
    ],
  };
}
