import { choice, optional, type Param, parsed, text } from "../../chat/param.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { fitsButton } from "./addresses.ts";
import { highlightLength, type Skill } from "./domain.ts";
import { libraryWords } from "./messages/library.ts";
import { skillNames } from "./messages/names.ts";
import { nominateWords as words } from "./messages/nominate.ts";

const plus = /^[+＋]/;
const skillIds = Object.keys(skillNames) as Skill[];

/** The skill that a word means: its id, or its name in either language. */
function skillIn(word: string): Skill | undefined {
  const wanted = word.trim().toLowerCase();
  return skillIds.find((id) =>
    [id, skillNames[id]("en"), skillNames[id]("zh-CN")].some((name) => name.toLowerCase() === wanted),
  );
}

const skillOptions = (locale: "en" | "zh-CN") => skillIds.map((value) => ({ value, label: skillNames[value](locale) }));

/** The skills of a list with commas between; undefined where one of them is none. */
function skillsIn(list: string): readonly Skill[] | undefined {
  const named = list.split(/[,，、;；]/).map(skillIn);
  const all = named.filter((skill) => skill !== undefined);
  return all.length === named.length ? all : undefined;
}

/** Skills: one from the menu, or several typed with commas between, after a plus where it `isMarked`. */
const skills = ({ isMarked = false, ...worded }: Pick<Param, "label" | "hint"> & { readonly isMarked?: boolean }) =>
  parsed<readonly Skill[]>(
    {
      ...worded,
      field: (locale) => ({ is: "choice", options: skillOptions(locale) }),
      ...(isMarked ? { knows: (text) => plus.test(text) && skillsIn(text.replace(plus, "")) !== undefined } : {}),
    },
    (value) => {
      const all = skillsIn(value.replace(plus, ""));
      if (all !== undefined) return done(all);
      return refuse({ say: (locale) => words.notSkills(skillIds.map((id) => skillNames[id](locale)))(locale) });
    },
  );

const markPattern = /^@?(\d{1,3})[:：]([0-5]\d)$/;

/** A place in a recording, in seconds. */
const mark = parsed<number>(
  { label: words.where, hint: words.whereHint, knows: (text) => text.startsWith("@") && markPattern.test(text) },
  (value) => {
    const [, minutes, seconds] = markPattern.exec(value.normalize("NFKC")) ?? [];
    if (minutes === undefined) return refuse({ say: words.notAMark });
    return done(Number(minutes) * 60 + Number(seconds));
  },
);

/** On a line the second skill is typed `+language` and the moment `@3:20`, so that all the rest can be the highlight. */
export const nominateParams = {
  contact: text({ label: words.contact, hint: words.contactHint, max: 200 }),
  skill: skills({ label: words.skill, hint: words.skillHint }),
  also: optional(skills({ label: words.also, hint: words.alsoHint, isMarked: true })),
  where: optional(mark),
  highlight: text({ label: words.highlight, hint: words.highlightHint, ...highlightLength, paragraph: true }),
};

/** A skill wherever it stands on the line, and words that a button can carry. */
export const libraryParams = {
  skill: optional({
    ...choice<Skill>({ label: libraryWords.skill, of: skillNames }),
    knows: (text) => skillIn(text) !== undefined,
  }),
  words: optional(
    parsed<string>({ label: libraryWords.words, hint: libraryWords.wordsHint }, (value) =>
      fitsButton(value) ? done(value) : refuse({ say: libraryWords.tooLong }),
    ),
  ),
};
