import { createHash } from "node:crypto";
import { distance } from "fastest-levenshtein";
import type { Locale, Say } from "../kernel/locale.ts";
import type { Meter } from "../kernel/meter.ts";
import { dayAt, type LocalDate, startOfDay } from "../kernel/time.ts";
import { decodeAction } from "./action-id.ts";
import type { Ask, CommandAsk, Given, PressAsk, ReplyAsk, SubmitAsk } from "./ask.ts";
import { type Asker, allows } from "./asker.ts";
import type { Action, Answer, Audience, Call, Command } from "./command.ts";
import type { FieldErrors, Form } from "./form.ts";
import { notUnderstood, wrongValues } from "./help.ts";
import { words } from "./messages.ts";
import { formOf, inWords, readForm } from "./open-form.ts";
import { missing, readLine, readValues, type Wrong } from "./parse.ts";
import { type Registry, rootCommand } from "./registry.ts";
import { note, spoken, strong, text, typed, type View } from "./view.ts";

/**
 * Who sees an answer: `writer` is who wrote in a thread, alone where the platform can show it so, else among the others
 * there; it holds nothing personal.
 */
export type SeenBy = Audience | "writer";

/** What a platform does with an answer. `replace` revises the message that was pressed. */
export type Reply =
  | { readonly is: "view"; readonly view: View; readonly audience: SeenBy }
  | { readonly is: "form"; readonly form: Form }
  | { readonly is: "invalid"; readonly errors: FieldErrors; readonly view: View }
  /** This event was answered before, or needs no answer. */
  | { readonly is: "nothing" };

/** What a feature makes of words in a thread: taken without a word, or something to tell their writer, as briefly as can be. */
export type Replied = { readonly is: "nothing" } | Extract<Answer, { readonly is: "view" }>;

/** Where every platform hands in what people said, pressed and sent. */
export type Router = {
  readonly commands: readonly Command[];
  /** Whether the answer may be a form, known at once from the declaration; otherwise a platform may defer. */
  mayOpenForm(ask: Ask): boolean;
  /** Whether neither the ask nor its answer is to be kept, known at once from the declaration. */
  isUnkept(ask: Ask): boolean;
  /** What is wrong with a form's values, without doing anything; undefined when nothing is. */
  check(ask: SubmitAsk): Promise<FieldErrors | undefined>;
  /** Does what was asked. Never throws: a fault is logged and becomes an apology with a reference. */
  answer(ask: Ask): Promise<Reply>;
};

export type RouterDeps = {
  readonly registry: Registry;
  readonly clock: () => Date;
  /** The person behind an account, or what is known of a stranger. */
  readonly identify: (ask: Ask) => Promise<Asker | undefined>;
  /** What a stranger sees when they need to be linked first. */
  readonly wayIn: (ask: Ask, locale: Locale) => View | Promise<View>;
  /** Whether this event is seen for the first time; a platform's retry is not. */
  readonly firstTime: (key: string, at: Date) => Promise<boolean>;
  /** Reports a fault with the reference that the apology shows. */
  readonly fault: (error: unknown, reference: string, ask: Ask) => void;
  readonly reference: () => string;
  /** Told of every answer and of every fault. */
  readonly meter?: Pick<Meter, "answered" | "faulted"> | undefined;
  /** What plain words ask, which are no command: a command or action with its values; undefined where they ask nothing. */
  readonly understand?: (
    text: string,
    asker: Asker,
    today: LocalDate,
  ) => Promise<{ readonly name: string; readonly given: Given } | undefined>;
  /** What becomes of words in a thread under a message of the bot's; undefined where they are meant for no feature. */
  readonly replied?: (ask: ReplyAsk, asker: Asker, at: Date) => Promise<Replied | undefined>;
};

/** What is asked of the bot itself. */
type Open = Exclude<Ask, ReplyAsk>;

type Target = { readonly declared: Command | Action; readonly given: Given };
type Found =
  | Target
  | { readonly unknown: string }
  | { readonly gone: true }
  | { readonly wrong: Wrong; readonly of: Command };

export function router(deps: RouterDeps): Router {
  const { registry } = deps;

  /** Whether the values are what the command takes, such as a topic of `/fairline`. */
  const isRight = (command: Command, given: Given) =>
    readValues(command.params, given, { locale: "en", today: dayAt(deps.clock(), "UTC") }).ok;

  function fromLine(line: string): Found {
    const found = registry.find(line.trim().replace(/^\//, ""));
    if (found === undefined) return { unknown: line.trim() };
    const { command, rest } = found;
    const given = readLine(command.params, rest);
    if (command.name === rootCommand && rest.trim() !== "") {
      const inner = fromLine(rest);
      if (!("unknown" in inner && given.ok && isRight(command, given.value))) return inner;
    }
    return given.ok ? { declared: command, given: given.value } : { wrong: given.refusal, of: command };
  }

  function fromCommand({ command, text = "", given }: CommandAsk): Found {
    if (given === undefined) return fromLine(`${command} ${text}`);
    if (command === rootCommand) return fromLine([command, ...Object.values(given)].join(" "));
    const declared = registry.named(command);
    return declared ? { declared, given } : { unknown: command };
  }

  function fromPress(ask: PressAsk): Found {
    const { name, args } = decodeAction(ask.action);
    const declared = registry.named(name);
    if (declared === undefined) return { gone: true };
    const values = ask.value === undefined ? args : [...args, ask.value];
    const names = Object.keys(declared.params);
    return { declared, given: Object.fromEntries(values.map((value, index) => [names[index] ?? `#${index}`, value])) };
  }

  function find(ask: Open): Found {
    switch (ask.is) {
      case "command":
        return fromCommand(ask);
      case "press":
        return fromPress(ask);
      case "submit":
        return readForm(registry, ask.form, ask.values) ?? { gone: true };
      case "words":
        return fromLine(ask.text);
    }
  }

  const needsForm = (ask: Open, { declared, given }: Target) =>
    ask.is !== "submit" && ask.is !== "words" && missing(declared.params, given).length > 0;

  function nearest(line: string, asker: Asker | undefined): Command[] {
    const head = line.split(/\s+/)[0]?.toLowerCase() ?? "";
    return registry.commands
      .filter((command) => allows(command.allow, asker) && command.name !== rootCommand)
      .map((command) => ({ command, far: distance(head, command.name.split(" ")[0] ?? "") }))
      .sort((a, b) => a.far - b.far)
      .slice(0, 3)
      .map(({ command }) => command);
  }

  const toAsker = (view: View): Reply => ({ is: "view", view, audience: "asker" });

  function labelled(declared: Command | Action, wrong: Wrong, locale: Locale) {
    const by = Object.entries(wrong.by).map(
      ([name, why]) => [strong(declared.params[name]?.label(locale) ?? name), why(locale)] as const,
    );
    return [...by, ...wrong.rest.map((why: Say) => [undefined, why(locale)] as const)];
  }

  const off = (declared: Command | Action, wrong: Wrong, locale: Locale) => {
    const command = registry.commands.find((one) => one === declared);
    return wrongValues(command, labelled(declared, wrong, locale), locale);
  };

  function reply(answer: Answer, declared: Command | Action, asker: Asker | undefined, locale: Locale): Reply {
    if (answer.is === "view") {
      const { audience } = declared;
      const language = audience === "place" ? (asker?.siteLocale ?? locale) : locale;
      return { is: "view", view: spoken(answer.view, { locale: language, zone: asker?.zone ?? "UTC" }), audience };
    }
    const target = registry.named(answer.of);
    if (target === undefined) throw new Error(`no form of ${answer.of}`);
    return { is: "form", form: formOf(target, answer.given, locale) };
  }

  /** What words that are no command ask for. */
  async function fromWords(ask: Open, asker: Asker, at: Date): Promise<Target | undefined> {
    if (ask.is !== "words") return undefined;
    const understood = await deps.understand?.(ask.text, asker, dayAt(at, asker.zone));
    const declared = understood && registry.named(understood.name);
    return declared && { declared, given: understood.given };
  }

  async function perform(ask: Open, asker: Asker | undefined, locale: Locale, at: Date): Promise<Reply> {
    const found = find(ask);
    if ("gone" in found) return toAsker(goneView(locale));
    if ("unknown" in found) {
      if (asker === undefined) return toAsker(await deps.wayIn(ask, locale));
      const target = await fromWords(ask, asker, at);
      if (target !== undefined) return run(ask, target, asker, locale, at);
      const lead = ask.is === "words" ? undefined : words.unknownCommand(found.unknown.slice(0, 100));
      return toAsker(notUnderstood(lead, nearest(found.unknown, asker), rootCommand, locale));
    }
    if ("wrong" in found) return toAsker(off(found.of, found.wrong, locale));
    return run(ask, found, asker, locale, at);
  }

  /** Words in a thread are for whoever takes them there; what nobody takes is answered only where it asks something. */
  async function replyTo(ask: ReplyAsk, asker: Asker | undefined, locale: Locale, at: Date): Promise<Reply> {
    if (asker !== undefined && ask.text !== "") {
      const taken = await deps.replied?.(ask, asker, at);
      if (taken?.is === "view") return { is: "view", view: spoken(taken.view, asker), audience: "writer" };
      if (taken !== undefined) return taken;
    }
    if (ask.otherwise === undefined) return { is: "nothing" };
    return perform(ask.otherwise, asker, locale, at);
  }

  async function run(ask: Open, target: Target, asker: Asker | undefined, locale: Locale, at: Date): Promise<Reply> {
    const { declared, given } = target;
    if (!allows(declared.allow, asker)) {
      return toAsker(asker === undefined ? await deps.wayIn(ask, locale) : deniedView(declared, locale));
    }
    if (needsForm(ask, target)) return { is: "form", form: formOf(declared, given, locale) };
    const today = dayAt(at, asker?.zone ?? "UTC");
    const values = readValues(declared.params, given, { locale, today });
    if (!values.ok) return invalid(ask, declared, values.refusal, locale);
    const call = {
      account: ask.by,
      place: ask.place,
      locale,
      at,
      today,
      values: values.value,
      email: ask.email ?? nobody,
    };
    // `allow` was checked above, so a handler that needs an asker has one.
    const answer = await declared.run({ ...call, asker } as Call<never>);
    return reply(answer, declared, asker, locale);
  }

  const invalid = (ask: Open, declared: Command | Action, wrong: Wrong, locale: Locale): Reply => {
    const view = off(declared, wrong, locale);
    return ask.is === "submit" ? { is: "invalid", errors: inWords(wrong.by, locale), view } : toAsker(view);
  };

  function isUnkept(ask: Ask): boolean {
    if (ask.is === "reply") return ask.otherwise !== undefined && isUnkept(ask.otherwise);
    const found = find(ask);
    return ("declared" in found ? found.declared : "wrong" in found ? found.of : undefined)?.unkept === true;
  }

  /** What is not to be kept is remembered by a hash, of its day alone: neither who asked nor at what hour. */
  function firstTime(ask: Ask, at: Date): Promise<boolean> {
    if (!isUnkept(ask)) return deps.firstTime(ask.key, at);
    const hash = createHash("sha256").update(ask.key).digest("hex");
    return deps.firstTime(hash, startOfDay(dayAt(at, "UTC"), "UTC"));
  }

  return {
    commands: registry.commands,
    isUnkept,

    mayOpenForm(ask) {
      if (ask.is === "reply") return false;
      const found = find(ask);
      return "declared" in found && (found.declared.opensForm === true || needsForm(ask, found));
    },

    async check(ask) {
      const form = readForm(registry, ask.form, ask.values);
      if (form === undefined) return undefined;
      const asker = await deps.identify(ask);
      const scope = { locale: asker?.locale ?? ask.locale ?? "en", today: dayAt(deps.clock(), asker?.zone ?? "UTC") };
      const values = readValues(form.declared.params, form.given, scope);
      return values.ok ? undefined : inWords(values.refusal.by, scope.locale);
    },

    async answer(ask) {
      let locale = ask.locale ?? "en";
      const at = deps.clock();
      const answered = (outcome: Reply["is"] | "fault") => {
        const seconds = deps.meter ? (deps.clock().getTime() - at.getTime()) / 1000 : 0;
        deps.meter?.answered({ platform: ask.by.platform, kind: ask.is, outcome, seconds });
      };
      // Words in a thread may be for other people there, who are not told of a fault.
      let isForBot = ask.is !== "reply" || ask.otherwise !== undefined;
      try {
        if (!(await firstTime(ask, at))) return { is: "nothing" };
        const asker = await deps.identify(ask);
        locale = asker?.locale ?? locale;
        isForBot = true;
        const made = ask.is === "reply" ? replyTo(ask, asker, locale, at) : perform(ask, asker, locale, at);
        const reply = marked(await made, locale);
        answered(reply.is);
        return reply;
      } catch (error) {
        const reference = deps.reference();
        deps.fault(error, reference, ask);
        answered("fault");
        deps.meter?.faulted("router");
        if (!isForBot) return { is: "nothing" };
        const audience = ask.is === "reply" ? "writer" : "asker";
        return marked({ is: "view", view: faultView(reference, locale), audience }, locale);
      }
    },
  };
}

const nobody = async () => undefined;

/** The router's own views speak the asker's language; those of handlers say theirs. */
const marked = (reply: Reply, locale: Locale): Reply =>
  "view" in reply ? { ...reply, view: { locale, ...reply.view } } : reply;

const goneView = (locale: Locale): View => ({
  title: words.goneTitle(locale),
  tone: "attention",
  blocks: [text(words.gone(locale), typed(rootCommand))],
});

const deniedView = (declared: Command | Action, locale: Locale): View => ({
  title: words.notAllowedTitle(locale),
  tone: "attention",
  blocks: [
    text(words.notAllowed(typeof declared.allow === "string" ? [] : declared.allow)(locale)),
    note(words.allCommands(locale), typed(rootCommand)),
  ],
});

const faultView = (reference: string, locale: Locale): View => ({
  title: words.faultTitle(locale),
  tone: "bad",
  blocks: [text(words.fault(reference)(locale))],
});
