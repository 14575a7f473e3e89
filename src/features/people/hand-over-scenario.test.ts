import { describe, expect, test } from "vitest";
import { locales } from "../../kernel/locale.ts";
import { anAccount, anId, aPerson } from "../../testing/builders.ts";
import { peopleHouse } from "../../testing/people-house.ts";

describe.each(locales)("handing over a code, in %s", (locale) => {
  const house = (but?: Parameters<typeof peopleHouse>[1]) => peopleHouse(locale, but);
  const inWords = (en: string, chinese: string) => (locale === "en" ? en : chinese);

  test("an admin, HR and the lead hand over a code, on record; it links the agent", async () => {
    const { on, audited } = house();
    for (const [index, issuer] of ["ADA", "HU", "LEE"].entries()) {
      const from = on(issuer);
      await from.says("/link person:1001");
      expect(from.sees()).toContain(
        inWords(
          `Give this code to Ana Diaz and to nobody else: 0000-000${index + 1}`,
          `请只交给Ana Diaz本人：0000-000${index + 1}`,
        ),
      );
      expect(audited.at(-1)).toMatchObject({ action: "link-code.made", subject: anId(1) });
      const agent = on(`N${index}`, "discord");
      await agent.says(`/link 0000-000${index + 1}`);
      expect(agent.sees()).toContain(inWords("Welcome, Ana Diaz", "Ana Diaz，欢迎您"));
    }
  });

  test("nobody hands over a code for whom they may not", async () => {
    const { on, audited } = house();
    for (const [issuer, whom, en, chinese] of [
      ["LEE", "1002", "A code for Ben Ito comes from their team lead", "Ben Ito的关联码由其班组长"],
      ["BEN", "1001", "A code for Ana Diaz comes from their team lead", "Ana Diaz的关联码由其班组长"],
      ["WEI", "1001", "Nobody at your site is called “1001”", "没有名为“1001”的人"],
      ["HU", "1004", "Ada Min may do more here than you may", "Ada Min的权限比您高"],
      ["ADA", "1006", "Gus Ray left on Fri, 27 Feb 2026", "Gus Ray已于2026年2月27日周五离职"],
      ["ADA", "nobody", "Nobody at your site is called “nobody”", "没有名为“nobody”的人"],
    ] as const) {
      const from = on(issuer);
      await from.says(`/link person:${whom}`);
      expect(from.sees()).toContain(inWords("No code was made", "未生成关联码"));
      expect(from.sees()).toContain(inWords(en, chinese));
    }
    expect(audited).toEqual([]);
  });

  test("a person may be picked by account; two of one name are told apart by number", async () => {
    const twins = ["1001", "1002"].map((employeeNo, index) =>
      aPerson({ id: anId(index + 1), employeeNo, name: "Li Wei", locale, accounts: [anAccount(`T${index}`)] }),
    );
    const ada = aPerson({ id: anId(4), employeeNo: "1004", locale, roles: ["admin"], accounts: [anAccount("ADA")] });
    const { on } = house({ people: [...twins, ada] });
    const from = on("ADA");
    await from.says("/link person:“Li Wei”");
    expect(from.sees()).toContain(inWords("Li Wei (1001) and Li Wei (1002)", "Li Wei（1001）和Li Wei（1002）"));
    await from.runs("link", { person: { account: anAccount("T1") } });
    expect(from.sees()).toContain(inWords("A code for Li Wei", "给Li Wei的关联码"));
    await from.runs("link", { person: { account: anAccount("T9") } });
    expect(from.sees()).toContain(inWords("is not linked to anybody", "没有关联本中心的任何人"));
  });
});
