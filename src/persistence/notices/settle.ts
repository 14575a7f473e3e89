import type { Claimed, Ending } from "../../features/notices/index.ts";

/** How an ending changes the row of its delivery; what is left out stays as it is. */
type Patch = {
  readonly state: string;
  readonly next_at?: Date;
  readonly due_at?: Date;
  readonly reason?: string;
  readonly counted: boolean;
  readonly unsure: boolean;
  readonly place?: object;
  readonly message?: string;
  readonly account?: string | undefined;
  readonly told?: object;
  readonly provisional?: boolean;
  readonly is_sent?: boolean;
  readonly is_revised?: boolean;
  /** Its attempts are over, so that a correction has all of its own. */
  readonly rests?: boolean;
  readonly is_unreachable?: boolean;
  readonly folds?: readonly string[];
};

const still = { counted: true, unsure: false };

/** A delivery that stands keeps its state whatever becomes of its revision. */
const stateOr = ({ isRevision }: Claimed, state: string) => (isRevision ? "sent" : state);

export function patchOf(of: Claimed, ending: Ending): Patch {
  const isUnsure = of.unsureSince !== undefined;
  switch (ending.is) {
    case "sent": {
      const { place, message, account, told, isProvisional: provisional, folds } = ending;
      return { ...still, state: "sent", place, message, account, told, provisional, folds, is_sent: true, rests: true };
    }
    case "revised":
      return {
        ...still,
        state: "sent",
        told: ending.told,
        provisional: ending.isProvisional,
        is_revised: true,
        rests: true,
      };
    case "left":
      return { ...still, state: "sent", ...(ending.reason === undefined ? {} : { reason: ending.reason }) };
    case "waiting":
      return {
        state: "waiting",
        next_at: ending.until,
        due_at: ending.until,
        reason: ending.reason,
        counted: false,
        unsure: isUnsure,
      };
    case "held": {
      const { until, reason } = ending;
      return { state: stateOr(of, "planned"), next_at: until, due_at: until, reason, counted: false, unsure: false };
    }
    case "retrying": {
      const { at, reason, isUnsure: unsure, isCounted: counted } = ending;
      return { state: stateOr(of, "retrying"), next_at: at, reason, counted, unsure };
    }
    case "returned":
      return {
        state: stateOr(of, of.attempts > 1 ? "retrying" : "planned"),
        next_at: ending.at,
        counted: false,
        unsure: ending.isUnsure,
      };
    case "dead":
      return {
        ...still,
        state: "dead",
        reason: ending.reason,
        unsure: ending.isUnsure,
        is_unreachable: ending.isUnreachable,
      };
    case "skipped":
      return { ...still, state: "skipped", reason: ending.why };
  }
}

/**
 * Writes endings down in one statement: the rows, who was reached or lost, the notice that somebody was lost, and what
 * later messages spoke of. A claim that somebody else has taken since changes nothing.
 */
export const settle = `
  WITH ended AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS e(
      id uuid, claim uuid, state text, next_at timestamptz, due_at timestamptz, reason text, counted boolean,
      unsure boolean, place jsonb, message text, account text, told jsonb, provisional boolean, is_sent boolean, is_revised boolean,
      rests boolean, is_unreachable boolean, folds jsonb)
  ), locked AS (
    SELECT d.id FROM delivery d WHERE d.id = ANY (ARRAY(SELECT e.id FROM ended e)) ORDER BY d.id FOR UPDATE
  ), done AS (
    UPDATE delivery d SET
      state = e.state, claim = NULL, reason = e.reason, unsure = e.unsure,
      next_at = CASE WHEN d.touched AND (e.state = 'waiting' OR e.state = 'sent' AND e.next_at IS NULL) THEN $2
        ELSE e.next_at END,
      due_at = coalesce(e.due_at, d.due_at),
      attempts = CASE WHEN e.rests THEN 0 WHEN e.counted THEN d.attempts ELSE d.attempts - 1 END,
      place = coalesce(e.place, d.place), message = coalesce(e.message, d.message),
      account = coalesce(e.account, d.account), told = coalesce(e.told, d.told),
      provisional = coalesce(e.provisional, d.provisional),
      sent_at = CASE WHEN e.is_sent THEN $2 ELSE d.sent_at END,
      revised_at = CASE WHEN e.is_revised THEN $2 ELSE d.revised_at END
    FROM ended e WHERE d.id = ANY (ARRAY(SELECT id FROM locked)) AND d.id = e.id AND d.claim = e.claim
    RETURNING d.id, d.site_id, d.recipient, d.platform, d.reason, e.is_sent, e.is_unreachable, e.folds
  ), reached AS (
    DELETE FROM unreachable u USING done
    WHERE done.is_sent AND u.recipient = done.recipient AND u.platform = done.platform
  ), lost AS (
    INSERT INTO unreachable (recipient, platform, since, reason)
    SELECT DISTINCT ON (recipient, platform) recipient, platform, $2, reason FROM done WHERE is_unreachable
    ON CONFLICT DO NOTHING RETURNING recipient, platform, reason
  ), said AS (
    INSERT INTO outbox ("is", body, at)
    SELECT DISTINCT ON (lost.recipient, lost.platform) 'notice', jsonb_build_object(
      'kind', 'undeliverable', 'site', done.site_id, 'at', $3::text,
      'period', lost.recipient || ' ' || lost.platform || ' ' || $3::text,
      'body', jsonb_build_object('to', lost.recipient, 'platform', lost.platform, 'reason', lost.reason)), $2
    FROM lost JOIN done USING (recipient, platform)
  )
  UPDATE delivery f SET folded_into = (SELECT done.id FROM done WHERE done.is_sent AND done.folds ? f.id::text LIMIT 1)
  WHERE f.folded_into IS NULL AND f.id = ANY (ARRAY(
    SELECT fold::uuid FROM done, jsonb_array_elements_text(done.folds) AS fold WHERE done.is_sent))`;
