import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appeals } from "../../features/appeals/index.ts";
import { evaluations } from "../../features/evaluations/index.ts";
import { bytesSource, imports } from "../../features/imports/index.ts";
import { dailyScore, scores } from "../../features/scores/index.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { day } from "../../kernel/time.ts";
import { aForm } from "../../testing/appeal-builders.ts";
import { anId } from "../../testing/builders.ts";
import { mailbox } from "../../testing/mailbox.ts";
import { aNotice, type NoticeHouse, noticeHouse, silent } from "../../testing/notice-house.ts";
import { only } from "../../testing/score-builders.ts";
import { audit } from "../audit.ts";
import { evaluationStore } from "../evaluations/store.ts";
import { importStore } from "../imports/store.ts";
import { scoreStore } from "../scores/store.ts";
import { appealStore } from "./store.ts";

let house: NoticeHouse;
beforeAll(async () => {
  house = await noticeHouse();
  await house.counts(only("quality", 80));
  const { id, version, ...body } = aForm();
  const add = "INSERT INTO evaluation_form (id, version, body, published_at) VALUES ($1, $2, $3, '2026-01-01')";
  await house.database.pool.query(add, [id, version, JSON.stringify(body)]);
});
afterAll(() => house?.close());

const who = (id: number, roles: readonly ["agent"] | readonly ["lead"] | readonly ["admin"]) => ({
  person: anId(id),
  site: "leeds",
  roles,
  zone: "Europe/London",
});
const [ana, cara, dan] = [who(1, ["agent"]), who(3, ["lead"]), who(4, ["admin"])];

/** Evaluations, appeals and daily scores on one ledger, as the house has them. */
function made() {
  const { database, roster, time } = house;
  const clock = () => time.now;
  const store = scoreStore(database);
  const trail = audit(database);
  const book = scores({ store, roster, audit: trail });
  const reviews = evaluationStore({ pool: database.pool, newId: randomUUID });
  const hearings = appeals({
    store: appealStore({ pool: database.pool, newId: randomUUID }),
    evaluations: reviews,
    roster,
    team: roster.team,
    audit: trail,
    onLeave: store.onLeave,
    newId: randomUUID,
    log: silent,
  });
  const scoring = evaluations({
    store: reviews,
    roster,
    audit: trail,
    newId: randomUUID,
    find: async () => refuse({ say: () => "" }),
    isPurged: hearings.isPurged,
    closesAt: hearings.closesAt,
    appealNumber: hearings.numberOf,
  });
  const mail = mailbox();
  const kinds = [dailyScore({ store, roster, beside: [hearings.beside] }), ...scoring.kinds, ...hearings.kinds];
  const changed = async (site: string) => void (await book.recompute(clock(), site));
  const bringing = imports({ store: importStore(database), clock, newId: randomUUID, changed });
  return { mail, worker: house.worker(mail, kinds), bringing, reviews, hearings, book };
}

test("an upheld appeal puts right what was told of the score, where it was told, old → new", async () => {
  const { mail, worker, bringing, reviews, hearings, book } = made();
  const letters = (person: number) => mail.letters.filter(({ place }) => place === anId(person));
  const at = (text: string) => {
    house.time.now = new Date(text);
    return house.time.now;
  };

  const friday = at("2026-03-07T01:00:00Z");
  const content = Buffer.from("sourceId,agent,startedAt,talk,outcome\nc-1,1,2026-03-06T10:00:00Z,120,answered\n");
  await bringing.bring({ site: "leeds", dataset: "interactions", file: bytesSource("friday.csv", content) });
  const [contact] = await reviews.contactsOf(anId(1), day("2026-03-01"), 5);
  if (contact === undefined) throw new Error("there is no contact");
  const draft = await reviews.openDraft({
    id: anId(70),
    site: "leeds",
    scorer: cara.person,
    agent: ana.person,
    contact,
    kind: "monitoring",
    form: "phone",
    version: 1,
    marks: [
      { item: "greeting", points: 3 },
      { item: "identity", points: 5 },
      { item: "solution", points: 6 },
    ],
    changedAt: friday,
  });
  const result = { points: 59, withoutAutoFail: 59, failedBy: [] };
  const published = await reviews.publish(
    draft.id,
    (now) => done({ ...result, draft: now, at: friday }),
    ({ id }) => aNotice({ kind: "evaluation", period: id, at: friday }),
  );
  if (!published.ok) throw new Error("it was not published");
  await book.recompute(friday, "leeds");

  at("2026-03-09T09:00:00Z");
  await worker.announce(aNotice({ kind: "daily-score" }));
  await worker.sweep();
  const daily = letters(1).find(({ text }) => text.includes("Your score"));
  expect(daily?.text).toContain("59.0 points");
  expect(daily?.text).toContain("[Appeal a mark]");

  const noon = at("2026-03-09T12:00:00Z");
  const challenges = [{ item: "greeting", proposed: 10 }];
  const reason = "I said my name at the start, please listen.";
  const filing = { evaluation: published.value.id, seen: 1, challenges, kind: "fact", reason, evidence: [] } as const;
  const filed = await hearings.file(ana, filing, noon);
  if (!filed.ok) throw new Error(filed.refusal.why);
  const { id, number } = filed.value.appeal;
  expect(await hearings.forward(dan, id, noon)).toMatchObject({ ok: true });
  const vote = { item: "greeting", points: 10, code: "scorer-error", reason } as const;
  expect(await hearings.vote(dan, id, vote, noon)).toMatchObject({ ok: true, value: { appeal: { state: "closed" } } });
  await book.recompute(noon, "leeds");
  await worker.sweep();

  // 30 × 10/10 + 20 × 5/5 + 50 × 6/10
  expect(letters(1).find(({ text }) => text.includes("Your score"))?.text).toContain(
    `Corrected: 59.0 → 80.0 (appeal ${number} upheld).`,
  );
  const ofCase = (person: number) => letters(person).filter(({ text }) => text.startsWith(`Appeal ${number} ·`));
  for (const person of [1, 3, 4]) {
    expect(ofCase(person)).toHaveLength(1);
    expect(ofCase(person)[0]?.text).toContain("59 → 80");
  }
  expect(letters(1).find(({ text }) => text.includes("evaluation E-"))?.text).toBeDefined();
  const { rows } = await house.database.pool.query<{ points: number; sum: number }>(
    "SELECT restated AS points, (SELECT monitored_points FROM person_day WHERE person_id = $1 AND day = '2026-03-06') AS sum FROM evaluation",
    [anId(1)],
  );
  expect(rows).toEqual([{ points: 80, sum: 80 }]);
});
