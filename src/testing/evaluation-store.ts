import type {
  Contact,
  Evaluation,
  EvaluationDraft,
  EvaluationForm,
  EvaluationRevision,
  EvaluationStore,
  Restatement,
} from "../features/evaluations/index.ts";
import type { Notice } from "../features/notices/index.ts";
import type { SiteId } from "../features/people/index.ts";
import { anId } from "./builders.ts";

/** What a store of evaluations begins with; contacts are of Leeds unless they say otherwise. */
export type KnownEvaluations = {
  readonly forms?: readonly EvaluationForm[];
  readonly contacts?: readonly (Contact & { readonly site?: SiteId })[];
  readonly evaluations?: readonly Evaluation[];
};

const byNewest = (a: Evaluation, b: Evaluation) =>
  b.publishedAt.getTime() - a.publishedAt.getTime() ||
  (a.day === b.day ? 0 : a.day < b.day ? 1 : -1) ||
  (a.id < b.id ? 1 : -1);

const isOf = (a: { source: string; sourceId: string }, b: { source: string; sourceId: string }) =>
  a.source === b.source && a.sourceId === b.sourceId;

/** The first state of an evaluation, before anything was restated. */
const published = ({ marks, points, withoutAutoFail, failedBy, publishedAt }: Evaluation): EvaluationRevision => ({
  revision: 1,
  marks,
  points,
  withoutAutoFail,
  failedBy,
  at: publishedAt,
});

/**
 * Forms, drafts and evaluations in memory that keep the same promises as the database; `outbox` is what was announced,
 * and `restate` does to an evaluation what an upheld appeal does.
 */
export function evaluationsInMemory({ forms = [], contacts = [], evaluations = [] }: KnownEvaluations = {}) {
  const kept = new Map(evaluations.map((one) => [one.id, one]));
  const history = new Map(evaluations.map((one) => [one.id, [published(one)]]));
  /** The contacts that were evaluated here, by their source. */
  const evaluated: (EvaluationDraft["contact"] & Pick<Evaluation, "site" | "kind" | "number">)[] = [];
  const drafts = new Map<string, EvaluationDraft>();
  const outbox: Notice[] = [];
  let made = 0;

  const newest = () => {
    const latest = new Map<string, EvaluationForm>();
    for (const form of forms) {
      if ((latest.get(form.id)?.version ?? 0) < form.version) latest.set(form.id, form);
    }
    return [...latest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const plain = ({ site: _, ...contact }: Contact & { readonly site?: SiteId }): Contact => contact;

  const store: EvaluationStore = {
    forms: async () => newest(),
    form: async (id, version) => forms.find((form) => form.id === id && form.version === version),

    evaluation: async (id) => kept.get(id),
    evaluationsCalled: async (site, text) =>
      [...kept.values()]
        .filter((one) => one.site === site && [one.number, one.interaction].includes(text))
        .sort(byNewest),
    evaluationsOf: async (agent, limit) =>
      [...kept.values()]
        .filter((one) => one.agent === agent && one.kind !== "calibration")
        .sort(byNewest)
        .slice(0, limit),
    async alike(site, { form, item, most, except = [] }, since) {
      const found = [...kept.values()]
        .filter((one) => one.site === site && one.form === form && one.publishedAt >= since)
        .filter(({ id, kind }) => kind !== "calibration" && !except.includes(id))
        .filter(({ marks }) => marks.some((mark) => mark.item === item && mark.points !== "na" && mark.points < most))
        .sort(byNewest);
      return { numbers: found.slice(0, 5).map(({ number }) => number), all: found.length };
    },
    revisions: async (id) => history.get(id) ?? [],
    async acknowledge(id, at, comment) {
      const one = kept.get(id);
      if (one === undefined || one.acknowledgedAt !== undefined) return false;
      kept.set(id, {
        ...one,
        acknowledgedAt: at,
        ...(comment === undefined ? {} : { acknowledgement: comment }),
      });
      return true;
    },

    contactsOf: async (agent, from, limit) =>
      contacts
        .filter((one) => one.agent === agent && one.day >= from && !evaluated.some((other) => isOf(other, one)))
        .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
        .slice(0, limit)
        .map(plain),
    async contact(site, source, sourceId) {
      const found = contacts.find((one) => (one.site ?? "leeds") === site && isOf(one, { source, sourceId }));
      return found && plain(found);
    },

    drafts: async (scorer) =>
      [...drafts.values()]
        .filter((draft) => draft.scorer === scorer)
        .sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime() || (a.id < b.id ? -1 : 1)),
    draft: async (id) => drafts.get(id),
    async openDraft(draft) {
      const { scorer, contact, form } = draft;
      const known = [...drafts.values()].find(
        (one) => one.scorer === scorer && one.form === form && isOf(one.contact, contact),
      );
      if (known === undefined) drafts.set(draft.id, draft);
      return known ?? draft;
    },
    async changeDraft(id, change) {
      const now = drafts.get(id);
      const changed = now && change(now);
      if (changed !== undefined) drafts.set(id, changed);
      return changed;
    },
    dropDraft: async (id) => void drafts.delete(id),
    async publish(id, judge, told) {
      const now = drafts.get(id);
      if (now === undefined) return { ok: false, refusal: { why: "gone" } };
      const judged = judge(now);
      if (!judged.ok) return judged;
      const { draft, at, ...result } = judged.value;
      const same = evaluated.find(
        (one) => one.site === draft.site && one.kind === draft.kind && isOf(one, draft.contact),
      );
      if (same !== undefined) return { ok: false, refusal: { why: "evaluated-already", number: same.number } };
      made += 1;
      const one = evaluationOf(draft, { id: anId(7000 + made), number: `E-${made}`, publishedAt: at, ...result });
      drafts.delete(id);
      evaluated.push({ ...draft.contact, site: draft.site, kind: draft.kind, number: one.number });
      kept.set(one.id, one);
      history.set(one.id, [published(one)]);
      outbox.push(told(one));
      return { ok: true, value: one };
    },
  };

  return {
    ...store,
    outbox: outbox as readonly Notice[],
    /** All evaluations as they stand. */
    all: (): readonly Evaluation[] => [...kept.values()],
    restate({ evaluation: id, appeal, at, marks, points, withoutAutoFail, failedBy }: Restatement) {
      const state = { marks, points, withoutAutoFail, failedBy };
      const one = kept.get(id);
      if (one === undefined) throw new Error(`no evaluation ${id}`);
      const revision = one.revision + 1;
      kept.set(id, { ...one, ...state, revision });
      history.set(id, [...(history.get(id) ?? []), { ...state, revision, at, appeal }]);
    },
  };
}

type Made = Pick<Evaluation, "id" | "number" | "publishedAt" | "points" | "withoutAutoFail" | "failedBy">;

function evaluationOf(draft: EvaluationDraft, made: Made): Evaluation {
  const { site, agent, scorer, kind, contact, form, version, marks, comment } = draft;
  return {
    ...made,
    site,
    source: "fairline",
    agent,
    scorer,
    day: contact.day,
    kind,
    interaction: contact.sourceId,
    contactAt: contact.startedAt,
    form,
    version,
    marks,
    ...(comment === undefined ? {} : { comment }),
    revision: 1,
  };
}
