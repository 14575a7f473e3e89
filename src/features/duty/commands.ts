import { allows } from "../../chat/asker.ts";
import { type Answer, action, type Call, command, form, view } from "../../chat/command.ts";
import type { Params, Who } from "../../chat/param.ts";
import { readLine } from "../../chat/parse.ts";
import { parseDay } from "../../kernel/time.ts";
import * as to from "./addresses.ts";
import type { DutyRoster } from "./deps.ts";
import type { Duty } from "./duty.ts";
import { formWords as words } from "./messages/form.ts";
import type { Refusal } from "./messages/refusal.ts";
import { type Moment, momentText } from "./moment.ts";
import type { Setting } from "./setting.ts";
import { listView, offeredView, refusalView, retractedView, setView, unsetView } from "./views/answers.ts";
import { boardView, weekView } from "./views/board.ts";
import { offerView } from "./views/told.ts";

type Deps = { readonly duty: Duty; readonly roster: Pick<DutyRoster, "site" | "sites" | "peopleById"> };

/** Who says who is on duty. */
const setters = ["lead", "supervisor", "admin"] as const;

/** After these an offer stands, and may be taken or declined yet. */
const standsAfter: ReadonlySet<Refusal["why"]> = new Set(["away", "not-theirs-now"]);

/** What `/oncall` is followed by, in either language. */
const verbs: Readonly<Record<string, "now" | "week" | "set" | "unset" | "swap">> = {
  now: "now",
  现在: "now",
  当前: "now",
  week: "week",
  周: "week",
  一周: "week",
  本周: "week",
  set: "set",
  安排: "set",
  unset: "unset",
  撤销: "unset",
  swap: "swap",
  换班: "swap",
};

type Asked = Pick<Call<Params>, "asker" | "at">;
type Said = Omit<Call<typeof to.oncallParams>["values"], "what">;

const textOf = (who: Who | undefined): string | undefined =>
  who !== undefined && "text" in who ? who.text : undefined;
/** The site that a line names, of whose name each word may have gone somewhere else. */
const siteText = (first: string | undefined, { who, reason }: Said): string =>
  [first, textOf(who), reason].filter((part) => part !== undefined).join(" ");

/** A site's own role is no word that a line knows, so it stands where whoever is set would, and they come after. */
function withOwnRole(said: Said): Said {
  const { role, who, reason } = said;
  const first = textOf(who);
  if (role !== undefined || first === undefined || reason === undefined) return said;
  const rest = readLine({ who: to.setParams.who, reason: to.setParams.reason }, reason);
  if (!rest.ok || typeof rest.value.who !== "string") return said;
  const why = rest.value.reason;
  return { ...said, role: first, who: { text: rest.value.who }, reason: typeof why === "string" ? why : undefined };
}

/** What is said already, for a form to begin with. */
const filled = (said: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const dayOf = (moment: Moment | undefined): string | undefined =>
  moment === undefined || moment === "now" ? undefined : moment.day;

/** `/oncall` with all it does, and what its buttons do. */
export function dutyCommands({ duty, roster }: Deps) {
  const no = (refusal: Refusal): Answer => view(refusalView(refusal));

  const noSite = async (text: string): Promise<Answer> =>
    no({ why: "no-such-site", text, known: (await roster.sites()).map(({ name }) => name) });

  async function board({ asker, at }: Asked, wanted: string): Promise<Answer> {
    const found = await duty.board(wanted, at);
    if (found !== undefined) return view(boardView(found, duty.today(found.site, at), { set: allows(setters, asker) }));
    return noSite(wanted);
  }

  async function week({ at }: Asked, wanted: string, day: string | undefined): Promise<Answer> {
    const site = await duty.siteCalled(wanted);
    if (site === undefined) return noSite(wanted);
    return view(weekView(await duty.week(site, parseDay(day ?? "") ?? duty.today(site, at))));
  }

  async function listed({ asker, at }: Asked): Promise<Answer> {
    const [shifts, site] = await Promise.all([duty.mine(asker, at), roster.site(asker.site)]);
    if (site === undefined) return no({ why: "gone" });
    const people = await roster.peopleById([...new Set(shifts.map(({ person }) => person))]);
    return view(listView(shifts, new Map(people.map((person) => [person.id, person])), site));
  }

  async function set({ asker, at }: Asked, wanted: Setting): Promise<Answer> {
    const outcome = await duty.set(asker, wanted, at);
    return outcome.ok ? view(setView(outcome.value)) : no(outcome.refusal);
  }

  async function offer({ asker, at }: Asked, wanted: Parameters<Duty["offer"]>[1]): Promise<Answer> {
    const outcome = await duty.offer(asker, wanted, at);
    return outcome.ok ? view(offeredView(outcome.value)) : no(outcome.refusal);
  }

  const commands = [
    command({
      name: "oncall",
      summary: words.summary,
      params: to.oncallParams,
      audience: "asker",
      allow: "everyone",
      opensForm: true,
      run: async (call) => {
        const { what = "now", ...values } = call.values;
        const { role, who, from, until, reason } = withOwnRole(values);
        const verb = verbs[what.toLowerCase()];
        const place = siteText(verb === undefined ? what : undefined, values);
        if (verb === undefined || verb === "now") return board(call, place || call.asker.site);
        if (verb === "week") return week(call, place || call.asker.site, dayOf(from));
        if (verb === "swap") {
          if (who === undefined || from === undefined)
            return form(to.swapDuty.name, filled({ who: textOf(who), from: momentText(from) }));
          return offer(call, { who, from });
        }
        if (!allows(setters, call.asker)) return no({ why: "not-a-setter" });
        if (verb === "unset") return listed(call);
        if (role !== undefined && who !== undefined && from !== undefined && until !== undefined)
          return set(call, { role, who, from, until, reason });
        const said = { role, who: textOf(who), from: momentText(from), until: momentText(until), reason };
        return form(to.setDuty.name, filled(said));
      },
    }),
  ];

  const actions = [
    action({
      ...to.setDuty,
      summary: words.setButton,
      audience: "asker",
      allow: setters,
      run: (call) => set(call, call.values),
    }),
    action({
      ...to.swapDuty,
      summary: words.swapButton,
      audience: "asker",
      allow: "everyone",
      run: (call) => offer(call, call.values),
    }),
    action({
      ...to.showSite,
      summary: words.nowButton,
      audience: "asker",
      allow: "everyone",
      run: (call) => board(call, call.values.site),
    }),
    action({
      ...to.showWeek,
      summary: words.weekButton,
      audience: "replace",
      allow: "everyone",
      run: (call) => week(call, call.values.site, call.values.day),
    }),
    action({
      ...to.beginSetting,
      summary: words.setButton,
      audience: "asker",
      allow: setters,
      opensForm: true,
      run: async () => form(to.setDuty.name),
    }),
    action({
      ...to.beginSwap,
      summary: words.swapButton,
      audience: "asker",
      allow: "everyone",
      opensForm: true,
      run: async () => form(to.swapDuty.name),
    }),
    action({ ...to.listSet, summary: words.unsetButton, audience: "asker", allow: setters, run: listed }),
    action({
      ...to.unsetDuty,
      summary: words.takeBack,
      audience: "asker",
      allow: setters,
      run: async ({ asker, at, values }) => {
        const outcome = await duty.unset(asker, values.shift, at);
        return outcome.ok ? view(unsetView(outcome.value)) : no(outcome.refusal);
      },
    }),
    action({
      ...to.settleSwap,
      summary: words.swapButton,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await duty.settle(asker, values.swap, values.as, at);
        if (!outcome.ok) {
          const { refusal } = outcome;
          const standing = standsAfter.has(refusal.why) ? await duty.offerCalled(values.swap) : undefined;
          return standing?.swap.state === "open" ? view(offerView(standing, refusal)) : no(refusal);
        }
        return view(values.as === "taken-back" ? retractedView(outcome.value) : offerView(outcome.value));
      },
    }),
  ];
  return { commands, actions };
}
