import type { Asker, Role } from "../../chat/asker.ts";
import { action, address, command, view } from "../../chat/command.ts";
import { optional, parsed } from "../../chat/param.ts";
import { note, text, type View } from "../../chat/view.ts";
import { format, type Locale, type Localised, locales, type Say } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { language, switchLanguage } from "./addresses.ts";
import { languageNames, words } from "./messages.ts";
import { words as own } from "./settings-messages.ts";

/** Hours (`HH:MM`) in which somebody is left alone; from the later to the earlier they go over midnight. */
export type QuietHours = { readonly from: string; readonly to: string };

/** What somebody wants of what is sent to them without their asking. */
export type Preferences = { readonly quiet?: QuietHours; readonly muted: readonly string[] };

/** Where preferences are kept, and what can be muted. */
export type PreferenceBook = {
  of(person: string): Promise<Preferences>;
  save(person: string, preferences: Preferences): Promise<void>;
  /** What holders of these roles may be told of without their asking, and may mute. */
  mutable(roles: readonly Role[]): readonly { readonly name: string; readonly label: Say }[];
};

export type SettingsDeps = {
  readonly setLocale: (person: string, locale: Locale) => Promise<void>;
  readonly preferences: PreferenceBook;
};

const off = ["off", "none", "no", "关闭", "关", "无"];

/** Hours as people write them, `off` for none; an hour alone is a full hour. */
const quietHours = parsed<QuietHours | "off">({ label: own.quiet, hint: own.quietHint }, (value) => {
  if (off.includes(value.toLowerCase())) return done("off");
  const found = /^(\d{1,2})(?:[:：](\d\d))?\s*(?:-|–|—|~|to|至|到)\s*(\d{1,2})(?:[:：](\d\d))?$/i.exec(value);
  const [, h1 = "", m1 = "00", h2 = "", m2 = "00"] = found ?? [];
  const isTime = (h: string, m: string) => Number(h) < 24 && Number(m) < 60;
  if (found === null || !isTime(h1, m1) || !isTime(h2, m2)) return refuse({ say: own.notHours(value) });
  const [from, to] = [`${h1.padStart(2, "0")}:${m1}`, `${h2.padStart(2, "0")}:${m2}`];
  return from === to ? refuse({ say: own.notHours(value) }) : done({ from, to });
});

const kindParam = parsed<string>({ label: own.mute }, (value) => done(value));

/** What buttons do here. The names stand in messages that were posted long ago, so they never change. */
const setQuiet = address("settings-quiet", { quiet: quietHours });
const setMute = address("settings-mute", { kind: kindParam });

type Shown = {
  readonly locale: Locale;
  readonly preferences: Preferences;
  readonly mutable: ReturnType<PreferenceBook["mutable"]>;
};

const settingsView =
  ({ locale, preferences: { quiet, muted }, mutable: all }: Shown, said?: Say): Localised<View> =>
  ({ zone }) => {
    const names = all.filter(({ name }) => muted.includes(name)).map(({ label }) => label(locale));
    const hours = quiet === undefined ? own.none(locale) : `${quiet.from}–${quiet.to}`;
    const option = ({ name, label }: (typeof all)[number]) => ({
      value: name,
      label: (muted.includes(name) ? own.hearOption : own.muteOption)(label)(locale),
    });
    return {
      title: words.settingsTitle(locale),
      locale,
      ...(said === undefined ? {} : { tone: "good" }),
      blocks: [
        ...(said === undefined ? [] : [text(said(locale))]),
        {
          is: "facts",
          facts: [
            { label: words.language(locale), value: [languageNames[locale].own] },
            { label: own.quiet(locale), value: [hours] },
            {
              label: own.muted(locale),
              value: [names.length === 0 ? own.nothingMuted(locale) : format(locale).allOf(names)],
            },
          ],
        },
        {
          is: "buttons",
          buttons: [
            ...locales
              .filter((other) => other !== locale)
              .map((other) => ({ label: words.switchTo(other), action: switchLanguage.to({ language: other }) })),
            quiet === undefined
              ? { label: own.quietNights(locale), action: setQuiet.to({ quiet: "22:00-07:00" }) }
              : { label: own.quietOff(locale), action: setQuiet.to({ quiet: "off" }) },
          ],
        },
        ...(all.length === 0
          ? []
          : [{ is: "menu" as const, label: own.mute(locale), action: setMute.to({}), options: all.map(option) }]),
        note(own.quietMeans(locale), " ", words.clock(zone)(locale)),
      ],
    };
  };

/** `/settings`: language, quiet hours, and what somebody does not want to hear of. */
export function settingsCommands({ setLocale, preferences: book }: SettingsDeps) {
  const show = async ({ person, locale, roles }: Pick<Asker, "person" | "locale" | "roles">, said?: Say) =>
    view(settingsView({ locale, preferences: await book.of(person), mutable: book.mutable(roles) }, said));

  async function quieten(asker: Asker, quiet: QuietHours | "off") {
    const { muted } = await book.of(asker.person);
    await book.save(asker.person, { muted, ...(quiet === "off" ? {} : { quiet }) });
    return show(asker, own.changed);
  }

  /** Whoever asks to mute what is muted hears of it again. */
  async function mute(asker: Asker, wanted: string): Promise<Outcome<void, { say: Say }>> {
    const all = book.mutable(asker.roles);
    const called = ({ name, label }: (typeof all)[number]) => [name, label("en"), label("zh-CN")];
    const kind = all.find((one) => called(one).some((text) => text.toLowerCase() === wanted.toLowerCase()));
    if (kind === undefined) {
      const names = all.map(({ label }) => label);
      return refuse({ say: names.length === 0 ? own.nothingToMute : own.notMutable(names) });
    }
    const { muted, ...rest } = await book.of(asker.person);
    const others = muted.filter((name) => name !== kind.name);
    await book.save(asker.person, { ...rest, muted: muted.includes(kind.name) ? others : [...others, kind.name] });
    return done(undefined);
  }

  async function switchTo(asker: Asker, locale: Locale) {
    await setLocale(asker.person, locale);
    return show({ ...asker, locale }, words.switched);
  }

  async function muted(asker: Asker, kind: string) {
    const outcome = await mute(asker, kind);
    if (outcome.ok) return show(asker, own.changed);
    const { say } = outcome.refusal;
    return view(({ locale }) => ({
      title: words.settingsTitle(locale),
      tone: "attention",
      blocks: [text(say(locale))],
    }));
  }

  const change = { allow: "everyone", audience: "replace" } as const;
  return {
    commands: [
      command({
        name: "settings",
        summary: words.settingsSummary,
        allow: "everyone",
        audience: "asker",
        params: {
          language: optional(language),
          quiet: optional(quietHours),
          mute: optional(kindParam),
        },
        async run({ asker, values }) {
          if (values.language !== undefined) return switchTo(asker, values.language);
          if (values.quiet !== undefined) return quieten(asker, values.quiet);
          return values.mute === undefined ? show(asker) : muted(asker, values.mute);
        },
      }),
    ],
    actions: [
      action({
        ...switchLanguage,
        ...change,
        summary: words.switchSummary,
        run: ({ asker, values }) => switchTo(asker, values.language),
      }),
      action({
        ...setQuiet,
        ...change,
        summary: own.setQuiet,
        run: ({ asker, values }) => quieten(asker, values.quiet),
      }),
      action({ ...setMute, ...change, summary: own.setMute, run: ({ asker, values }) => muted(asker, values.kind) }),
    ],
  };
}
