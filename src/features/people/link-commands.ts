import type { AccountRef } from "../../chat/ask.ts";
import type { Asker } from "../../chat/asker.ts";
import { type Answer, action, type Call, openAction, openCommand, view } from "../../chat/command.ts";
import { optional, type Params, person, text, type Who } from "../../chat/param.ts";
import { spoken, type View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import { enterCode, newCode, unlink } from "./addresses.ts";
import { isAccount } from "./domain.ts";
import { readCode } from "./link-code.ts";
import { words } from "./link-messages.ts";
import {
  accountsView,
  codeRefusedView,
  codeView,
  handOverRefusedView,
  leftView,
  noCodeMadeView,
  notACodeView,
  strangerView,
  unlinkedView,
  welcomeView,
} from "./link-views.ts";
import { askerOf, type People, type Standing } from "./people.ts";

type Open = Call<Params, Asker | undefined>;
type Here = Extract<Standing, { is: "here" }>;

/** `/link` and its buttons. */
export function linkCommands(people: People) {
  const { links } = people;

  /** A view in the language of whoever was just found to be behind the account. */
  const inTheirWords = (standing: Here, made: Localised<View>): Answer => {
    const { locale, zone } = askerOf(standing);
    return view(() => spoken(made, { locale, zone }));
  };

  async function enter(account: AccountRef, code: string, at: Date): Promise<Answer> {
    const joined = await links.joinByCode(account, code, at);
    if (!joined.ok) return view(codeRefusedView(joined.refusal, at));
    const standing = await people.standing(account);
    if (standing.is === "left") return view(() => leftView(standing));
    if (standing.is === "stranger") throw new Error("an account joined by a code has no person");
    return inTheirWords(standing, welcomeView(standing.person.name, joined.value.before?.name));
  }

  async function codeFor(issuer: Here, who: Who | undefined, { at, today }: Pick<Open, "at" | "today">) {
    const found = who === undefined ? undefined : await people.find(issuer.site.id, who);
    if (found !== undefined && !found.ok) return view(noCodeMadeView(({ locale }) => found.refusal.say(locale)));
    const subject = found?.value ?? issuer.person;
    const made = await links.makeCode(issuer.person, subject, at, today);
    if (!made.ok) return view(handOverRefusedView(made.refusal, subject.name));
    return view(codeView(subject.id === issuer.person.id ? made.value : { ...made.value, handTo: subject }));
  }

  async function accounts(standing: Here, account: AccountRef, at: Date): Promise<Answer> {
    const all = await people.accountsOf(standing.person.id);
    const here = all.find((one) => isAccount(one.account, account));
    const isNew = here?.how === "email" && here.at >= at;
    return inTheirWords(standing, accountsView(standing.person.name, all, account, isNew));
  }

  /** What `/link` alone does for an account that nobody knows: its address is tried, also after it was unlinked. */
  async function meet({ account, email, at }: Open): Promise<Answer> {
    const address = await email();
    const joined = address === undefined ? undefined : await links.joinByEmail(account, address, at);
    if (joined !== undefined) return accounts({ ...joined, is: "here" }, account, at);
    return view(({ locale }) => strangerView(locale, address));
  }

  const link = openCommand({
    name: "link",
    summary: words.linkSummary,
    audience: "asker",
    params: {
      code: optional(text({ label: words.code, hint: words.codeHint, max: 40 })),
      person: optional(person({ label: words.person, hint: words.personHint })),
    },
    async run(call) {
      const { account, at, values } = call;
      const standing = await people.standing(account);
      if (standing.is === "left" && values.code === undefined) return view(() => leftView(standing));
      if (values.code !== undefined) {
        const code = readCode(values.code) ?? readCode(`${values.code}${textOf(values.person)}`);
        return code === undefined ? view(notACodeView(standing.is === "here")) : enter(account, code, at);
      }
      if (standing.is !== "here") return meet(call);
      return values.person === undefined ? accounts(standing, account, at) : codeFor(standing, values.person, call);
    },
  });

  return {
    commands: [link],
    actions: [
      openAction({
        ...enterCode,
        summary: words.enterCode,
        audience: "asker",
        run: ({ account, values, at }) => enter(account, values.code, at),
      }),
      action({
        ...newCode,
        summary: words.newCodeSummary,
        allow: "everyone",
        audience: "asker",
        async run(call) {
          const standing = await people.standing(call.account);
          return standing.is === "here" ? codeFor(standing, undefined, call) : meet(call);
        },
      }),
      action({
        ...unlink,
        summary: words.unlinkSummary,
        allow: "everyone",
        audience: "replace",
        async run({ account, values, at }) {
          const standing = await people.standing(account);
          const parted = standing.is === "here" && (await links.part(values, standing, account, at));
          return view(unlinkedView(values, parted));
        },
      }),
    ],
  };
}

/** A code written with a space arrives as two values. */
const textOf = (who: Who | undefined) => (who !== undefined && "text" in who ? who.text : "");
