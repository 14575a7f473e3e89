import { describe, expect, test } from "vitest";
import type {
  Contact,
  Evaluation,
  EvaluationDraft,
  EvaluationForm,
  EvaluationStore,
} from "../../features/evaluations/index.ts";
import type { Notice } from "../../features/notices/index.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { day } from "../../kernel/time.ts";
import { aForm, anEvaluation } from "../appeal-builders.ts";
import { anId } from "../builders.ts";

/** What a store begins with, at the site Leeds, whose people 1, 2 and 5 are. */
export type Known = {
  readonly forms: readonly EvaluationForm[];
  readonly contacts: readonly Contact[];
  readonly evaluations: readonly Evaluation[];
};
/** A new store, and the notices that it announced. */
export type Opened = { readonly store: EvaluationStore; readonly announced: () => Promise<readonly unknown[]> };

const at = new Date("2026-03-09T10:00:00.123Z");
const minutesLater = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

const aContact = (n: number, but: Partial<Contact> = {}): Contact => ({
  source: "calls",
  sourceId: `call-${n}`,
  agent: anId(1),
  startedAt: new Date(`2026-03-0${n}T11:00:00Z`),
  day: day(`2026-03-0${n}`),
  channel: "phone",
  queue: "sales",
  project: "main",
  handleS: 95,
  ...but,
});

const [first, second] = [aContact(5), aContact(6)];
const aDraft = (but: Partial<EvaluationDraft> = {}): EvaluationDraft => ({
  id: anId(900),
  site: "leeds",
  scorer: anId(5),
  agent: anId(1),
  contact: { source: "calls", sourceId: "call-6", startedAt: second.startedAt, day: second.day },
  kind: "monitoring",
  form: "phone",
  version: 1,
  marks: [],
  changedAt: at,
  ...but,
});

/** Reviewed elsewhere and imported: no items, no scorer that is known here. */
const imported = (): Evaluation => {
  const { contactAt: _, version: _version, scorer: _scorer, ...rest } = anEvaluation({ marks: [] });
  const own = { id: anId(5002), number: "Q-7", source: "qa", interaction: "call-77", form: "old form" };
  return { ...rest, ...own, points: 72.5, withoutAutoFail: 72.5, publishedAt: minutesLater(-60) };
};

/** What every store of evaluations promises, in memory and on the database alike. */
export function evaluationStoreContract(name: string, open: (known: Known) => Promise<Opened>): void {
  describe(`evaluation store ${name}`, () => {
    const known: Known = {
      forms: [aForm(), aForm({ version: 2, projects: ["main"] }), aForm({ id: "chat" })],
      contacts: [first, second, aContact(7, { agent: anId(2) })],
      evaluations: [anEvaluation({ interaction: "call-1" }), imported()],
    };
    const opened = (but: Partial<Known> = {}) => open({ ...known, ...but });

    test("the newest version of each form is out, and every version can be read", async () => {
      const { store } = await opened();
      expect((await store.forms()).map(({ id, version }) => [id, version])).toEqual([
        ["chat", 1],
        ["phone", 2],
      ]);
      expect(await store.form("phone", 1)).toEqual(aForm());
      expect(await store.form("phone", 3)).toBeUndefined();
    });

    test("an evaluation comes back as it was, made here or imported", async () => {
      const { store } = await opened();
      for (const one of known.evaluations) expect(await store.evaluation(one.id)).toEqual(one);
      expect(await store.evaluation(anId(404))).toBeUndefined();
      expect(await store.evaluation("no id at all")).toBeUndefined();
    });

    test("it is found by its number and by its contact, at its site alone", async () => {
      const again = anEvaluation({ id: anId(5003), number: "E-2", publishedAt: minutesLater(1) });
      const { store } = await opened({ evaluations: [...known.evaluations, again] });
      const called = async (text: string, site = "leeds") =>
        (await store.evaluationsCalled(site, text)).map(({ number }) => number);
      expect(await called("E-1")).toEqual(["E-1"]);
      expect(await called("call-1")).toEqual(["E-2", "E-1"]);
      expect(await called("call-77")).toEqual(["Q-7"]);
      expect(await called("E-1", "york")).toEqual([]);
      expect(await called("E")).toEqual([]);
    });

    test("an agent's are the latest first, without calibrations", async () => {
      const calibration = anEvaluation({ id: anId(5003), number: "E-3", kind: "calibration" });
      const others = anEvaluation({ id: anId(5004), number: "E-4", agent: anId(2) });
      const { store } = await opened({ evaluations: [...known.evaluations, calibration, others] });
      const of = async (limit: number) => (await store.evaluationsOf(anId(1), limit)).map(({ number }) => number);
      expect(await of(10)).toEqual(["E-1", "Q-7"]);
      expect(await of(1)).toEqual(["E-1"]);
    });

    test("those in which an item earned less than its most are counted, the latest first", async () => {
      const full = anEvaluation({ id: anId(5003), number: "E-3", marks: [{ item: "greeting", points: 10 }] });
      const na = anEvaluation({ id: anId(5004), number: "E-4", marks: [{ item: "greeting", points: "na" }] });
      const later = Array.from({ length: 6 }, (_, n) =>
        anEvaluation({ id: anId(5010 + n), number: `E-1${n}`, publishedAt: minutesLater(n + 1) }),
      );
      const calibration = anEvaluation({ id: anId(5020), number: "E-20", kind: "calibration" });
      const { store } = await opened({ evaluations: [...known.evaluations, full, na, calibration, ...later] });
      const greeting = { form: "phone", item: "greeting", most: 10 };
      const numbers = ["E-15", "E-14", "E-13", "E-12", "E-11"];
      expect(await store.alike("leeds", greeting, new Date(0))).toEqual({ numbers, all: 7 });
      expect(await store.alike("leeds", greeting, minutesLater(5))).toEqual({ numbers: ["E-15", "E-14"], all: 2 });
      expect(await store.alike("leeds", { ...greeting, item: "identity", most: 5 }, new Date(0))).toEqual({
        numbers: [],
        all: 0,
      });
      const except = [anId(5015), anId(5010)];
      expect(await store.alike("leeds", { ...greeting, except }, new Date(0))).toEqual({
        numbers: ["E-14", "E-13", "E-12", "E-11", "E-1"],
        all: 5,
      });
      expect(await store.alike("york", greeting, new Date(0))).toEqual({ numbers: [], all: 0 });
    });

    test("reading it is noted once, with what was said then", async () => {
      const { store } = await opened();
      expect(await store.acknowledge(anId(5001), at, "Read, not agreed.")).toBe(true);
      expect(await store.acknowledge(anId(5001), minutesLater(1), "Again.")).toBe(false);
      expect(await store.acknowledge(anId(404), at)).toBe(false);
      expect(await store.evaluation(anId(5001))).toEqual(
        anEvaluation({ acknowledgedAt: at, acknowledgement: "Read, not agreed." }),
      );
      expect(await store.acknowledge(anId(5002), at)).toBe(true);
      expect(await store.evaluation(anId(5002))).not.toHaveProperty("acknowledgement");
    });

    test("before it is restated it has one state", async () => {
      const { store } = await opened();
      for (const { id, marks, points, withoutAutoFail, failedBy, publishedAt } of known.evaluations)
        expect(await store.revisions(id)).toEqual([
          { revision: 1, marks, points, withoutAutoFail, failedBy, at: publishedAt },
        ]);
      expect(await store.revisions(anId(404))).toEqual([]);
    });

    test("contacts to review are an agent's own from a day on, the latest first", async () => {
      const { store } = await opened();
      expect(await store.contactsOf(anId(1), day("2026-03-01"), 10)).toEqual([second, first]);
      expect(await store.contactsOf(anId(1), day("2026-03-06"), 10)).toEqual([second]);
      expect(await store.contactsOf(anId(1), day("2026-03-01"), 1)).toEqual([second]);
      expect(await store.contact("leeds", "calls", "call-5")).toEqual(first);
      expect(await store.contact("york", "calls", "call-5")).toBeUndefined();
    });

    test("a draft is kept until it is dropped, and there is one for each scorer, contact and form", async () => {
      const { store } = await opened();
      const draft = aDraft({ marks: [{ item: "greeting", points: 3, comment: "Late." }], comment: "Good call." });
      expect(await store.openDraft(draft)).toEqual(draft);
      expect(await store.openDraft(aDraft({ id: anId(901) }))).toEqual(draft);
      const chat = await store.openDraft(aDraft({ id: anId(902), form: "chat", changedAt: minutesLater(1) }));
      const theirs = await store.openDraft(aDraft({ id: anId(903), scorer: anId(2) }));
      expect(await store.drafts(anId(5))).toEqual([chat, draft]);
      expect(await store.drafts(anId(2))).toEqual([theirs]);
      await store.dropDraft(draft.id);
      expect(await store.draft(draft.id)).toBeUndefined();
      expect(await store.draft("no id at all")).toBeUndefined();
      expect(await store.drafts(anId(5))).toEqual([chat]);
    });

    test("changes of a draft come one after another, each knowing the one before", async () => {
      const { store } = await opened();
      await store.openDraft(aDraft());
      const add = (n: number) =>
        store.changeDraft(anId(900), (now) => ({ ...now, marks: [...now.marks, { item: `i${n}`, points: n }] }));
      await Promise.all(Array.from({ length: 5 }, (_, n) => add(n)));
      expect((await store.draft(anId(900)))?.marks).toHaveLength(5);
      expect(await store.changeDraft(anId(404), (now) => now)).toBeUndefined();
    });

    const { points, withoutAutoFail, failedBy, marks } = anEvaluation();
    const judge = (now: EvaluationDraft) => done({ draft: now, at, points, withoutAutoFail, failedBy });
    const told = ({ id, number }: Evaluation): Notice => ({
      kind: "evaluation",
      site: "leeds",
      period: id,
      at,
      body: { number },
    });

    test("what is published stands, its draft is gone, its contact is reviewed, and it is announced", async () => {
      const { store, announced } = await opened();
      await store.openDraft(aDraft({ marks, comment: "Good call." }));
      const outcome = await store.publish(anId(900), judge, told);
      if (!outcome.ok) throw new Error("it is refused");
      const made = outcome.value;
      expect(made.number).toMatch(/^E-\d+$/);
      const expected = anEvaluation({ id: made.id, number: made.number, interaction: "call-6", comment: "Good call." });
      expect(made).toEqual({ ...expected, publishedAt: at });
      expect(await store.evaluation(made.id)).toEqual(made);
      expect(await store.revisions(made.id)).toEqual([{ revision: 1, marks, points, withoutAutoFail, failedBy, at }]);
      expect(await store.drafts(anId(5))).toEqual([]);
      expect(await store.contactsOf(anId(1), day("2026-03-01"), 10)).toEqual([first]);
      expect(await announced()).toEqual([told(made)]);
    });

    test("a refusal publishes nothing and keeps the draft", async () => {
      const { store, announced } = await opened();
      await store.openDraft(aDraft());
      expect(await store.publish(anId(900), () => refuse({ why: "incomplete" }), told)).toEqual(
        refuse({ why: "incomplete" }),
      );
      expect(await store.draft(anId(900))).toEqual(aDraft());
      expect(await announced()).toEqual([]);
      expect(await store.publish(anId(404), judge, told)).toEqual(refuse({ why: "gone" }));
    });

    test("of two who publish their drafts of a contact at once, one does, and the other hears of it", async () => {
      const { store, announced } = await opened();
      await store.openDraft(aDraft({ marks }));
      const theirs = await store.openDraft(aDraft({ id: anId(901), scorer: anId(2), marks }));
      const outcomes = await Promise.all([anId(900), theirs.id].map((id) => store.publish(id, judge, told)));
      const [made] = outcomes.flatMap((one) => (one.ok ? [one.value] : []));
      expect(outcomes).toContainEqual(refuse({ why: "evaluated-already", number: made?.number }));
      expect(await announced()).toHaveLength(1);
      expect([...(await store.drafts(anId(2))), ...(await store.drafts(anId(5)))]).toHaveLength(1);
      expect(await store.evaluationsCalled("leeds", "call-6")).toEqual([made]);
    });

    test("another kind of evaluation of a contact is published beside it, and so is that of another contact", async () => {
      const { store } = await opened();
      const { source, sourceId, startedAt, day: on } = first;
      const drafts = [
        aDraft({ marks }),
        aDraft({ id: anId(901), scorer: anId(2), kind: "test-call", marks }),
        aDraft({ id: anId(902), contact: { source, sourceId, startedAt, day: on }, marks }),
      ];
      for (const { id } of await Promise.all(drafts.map((one) => store.openDraft(one))))
        expect(await store.publish(id, judge, told)).toMatchObject({ ok: true });
    });

    test("of two who publish a draft at once, one does", async () => {
      const { store, announced } = await opened();
      await store.openDraft(aDraft({ marks }));
      const outcomes = await Promise.all([1, 2].map(() => store.publish(anId(900), judge, told)));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes).toContainEqual(refuse({ why: "gone" }));
      expect(await announced()).toHaveLength(1);
    });
  });
}
