import { command, view } from "../chat/command.ts";
import { type HealthLine, type Person, peopleCommands } from "../features/people/index.ts";
import { type Locale, type Say, say } from "../kernel/locale.ts";
import { day } from "../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { conversation, testClock } from "./conversation.ts";
import { preferencesInMemory } from "./preferences.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

const plainCommand = (name: string, allow: readonly ("agent" | "lead" | "admin")[], summary: Say) =>
  command({
    name,
    summary,
    allow,
    audience: "asker",
    params: {},
    run: async ({ asker }) => view(() => ({ title: `${name}: ${asker.name}`, blocks: [] })),
  });

const wholeDay: HealthLine = { well: true, says: say({ en: "The database answers.", "zh-CN": "数据库正常。" }) };

/**
 * A small contact centre in one language, on 9 March 2026 at nine: Ana, an agent (address ana@example.com, no account);
 * Ben, an agent of the other team; Lee, who leads Ana; Ada, the admin; Hu of HR; Gus, who left; Wei, of another site.
 */
export function peopleHouse(locale: Locale, but: { readonly people?: readonly Person[] } = {}) {
  const clock = testClock("2026-03-09T09:00:00Z");
  const platform = testPlatform();
  const one = (number: number, name: string, rest: Partial<Person> = {}) =>
    aPerson({ id: anId(number), employeeNo: `100${number}`, name, locale, assignments: [], ...rest });
  const ana = one(1, "Ana Diaz", { email: "ana@example.com", assignments: [anAssignment()] });
  const ben = one(2, "Ben Ito", { accounts: [anAccount("BEN")], assignments: [anAssignment({ team: "south" })] });
  const lee = one(3, "Lee Wong", {
    roles: ["lead"],
    accounts: [anAccount("LEE")],
    assignments: [anAssignment({ seat: "lead" })],
  });
  const ada = one(4, "Ada Min", { roles: ["admin"], accounts: [anAccount("ADA")] });
  const hu = one(5, "Hu Ling", { roles: ["hr"], accounts: [anAccount("HU")] });
  const gus = one(6, "Gus Ray", {
    email: "gus@example.com",
    leftOn: day("2026-02-27"),
    accounts: [anAccount("GUS")],
    assignments: [anAssignment()],
  });
  const wei = one(7, "Wei Li", { site: "york", roles: ["admin"], accounts: [anAccount("WEI")] });
  const { people, audited, store } = testPeople({
    roster: {
      sites: [aSite(), aSite({ id: "york", name: "York" })],
      teams: [aTeam(), aTeam({ id: "south", name: "South" })],
      people: but.people ?? [ana, ben, lee, ada, hu, gus, wei],
    },
    clock,
    platform,
  });
  const work = [
    plainCommand("myscore", ["agent"], say({ en: "Your score", "zh-CN": "您的成绩" })),
    plainCommand("teamscore", ["lead"], say({ en: "Your team's score", "zh-CN": "班组成绩" })),
    plainCommand("import", ["admin"], say({ en: "Bring in a file", "zh-CN": "导入文件" })),
  ];
  const declared = peopleCommands({
    people,
    commands: () => commands,
    health: async () => [wholeDay],
    preferences: preferencesInMemory(),
  });
  const commands = [...work, ...declared.commands];
  const talk = conversation({ commands, actions: declared.actions, people, clock, platform });
  return {
    clock,
    people,
    store,
    audited,
    /** Somebody on an app, whose screens are in the house's language. */
    on: (user: string, app = "slack", email?: string) =>
      talk.actor(anAccount(user, app), { locale, ...(email === undefined ? {} : { email }) }),
  };
}
