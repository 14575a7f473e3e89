import { address } from "../../chat/command.ts";
import { id, parsed } from "../../chat/param.ts";
import { type Locale, locales, nearestLocale } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { readCode } from "./link-code.ts";
import { words as linkWords } from "./link-messages.ts";
import { languageNames, words } from "./messages.ts";

/** A language by its tag, its own name or what the other language calls it. */
export const language = parsed<Locale>(
  {
    label: words.language,
    field: () => ({ is: "choice", options: locales.map((value) => ({ value, label: languageNames[value].own })) }),
  },
  (value) => {
    const wanted = value.toLowerCase();
    const named = locales.find((locale) => languageNames[locale].known.includes(wanted));
    const found = named ?? nearestLocale(value);
    return found ? done(found) : refuse({ say: words.notALanguage(value) });
  },
);

const code = parsed({ label: linkWords.code, hint: linkWords.codeHint }, (value) => {
  const read = readCode(value);
  return read === undefined ? refuse({ say: linkWords.badCode }) : done(read);
});

/** What buttons do here. The names stand in messages that were posted long ago, so they never change. */
export const enterCode = address("link-enter", { code });
export const newCode = address("link-code", {});
export const unlink = address("link-remove", { platform: id(), workspace: id(), user: id() });
export const switchLanguage = address("settings-language", { language });
