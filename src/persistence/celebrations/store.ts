import type { ClientBase, Pool } from "pg";
import type { CelebrationStore, OwnBirthday, Party } from "../../features/celebrations/index.ts";
import { birthdayPrivacies, leapDays } from "../../features/people/domain.ts";
import { isUuid } from "../../kernel/ids.ts";
import { done } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { announceAll } from "../notices/announce.ts";
import { together } from "../transaction.ts";
import { cardsIn, moveCards } from "./cards.ts";
import { findCards } from "./rows.ts";

type OwnRow = {
  readonly month: number | null;
  readonly day: number | null;
  readonly leap: string | null;
  readonly privacy: string | null;
};

const own = `
  SELECT birthday_month::int AS month, birthday_day::int AS day, leap_day AS leap, birthday_privacy AS privacy
  FROM person WHERE id = $1`;

async function ownBirthday(client: Pool | ClientBase, id: string, lock = ""): Promise<OwnBirthday> {
  const [row] = isUuid(id) ? (await client.query<OwnRow>(`${own} ${lock}`, [id])).rows : [];
  if (row === undefined) return {};
  const { month, day } = row;
  const leapDay = leapDays.find((one) => one === row.leap);
  const privacy = birthdayPrivacies.find((one) => one === row.privacy);
  return {
    ...(month === null || day === null ? {} : { birthday: { month, day } }),
    ...(leapDay === undefined ? {} : { leapDay }),
    ...(privacy === undefined ? {} : { privacy }),
  };
}

const saveOwn = `
  UPDATE person SET birthday_month = $2, birthday_day = $3, leap_day = $4, birthday_privacy = $5 WHERE id = $1`;

type PartyRow = { readonly organiser: string | null; readonly plan: string | null };

const partyOf = `
  SELECT organiser_id::text AS organiser, plan FROM birthday_party WHERE site_id = $1 AND month = $2`;
const beginParty = `
  INSERT INTO birthday_party (site_id, month, changed_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;
const saveParty = `
  UPDATE birthday_party SET organiser_id = $3, plan = $4, changed_at = $5 WHERE site_id = $1 AND month = $2`;

async function party(client: Pool | ClientBase, site: string, month: LocalDate, lock = ""): Promise<Party> {
  const [row] = (await client.query<PartyRow>(`${partyOf} ${lock}`, [site, month])).rows;
  return {
    site,
    month,
    ...(row?.organiser ? { organiser: row.organiser } : {}),
    // A plan goes with its organiser.
    ...(row?.organiser && row.plan !== null ? { plan: row.plan } : {}),
  };
}

/** What celebrations keep in PostgreSQL. */
export const celebrationStore = ({ pool }: { readonly pool: Pool }): CelebrationStore => ({
  ...cardsIn(pool),

  ownBirthday: (person) => ownBirthday(pool, person),

  changeBirthday: ({ person, today, at }, decide) =>
    together(pool, async (client) => {
      const now = await ownBirthday(client, person, "FOR UPDATE");
      const cards = isUuid(person) ? await findCards(client, "c.person_id = $1 AND c.day >= $2", [person, today]) : [];
      const decided = decide(
        now,
        cards.map(({ id, person, day }) => ({ id, person, day })),
      );
      if (!decided.ok) return decided;
      const { next, moved = [], ...news } = decided.value;
      const { birthday, leapDay = null, privacy = null } = next;
      await client.query(saveOwn, [person, birthday?.month ?? null, birthday?.day ?? null, leapDay, privacy]);
      await moveCards(client, moved);
      await announceAll(client, news, at);
      return done(next);
    }),

  party: (site, month) => party(pool, site, month),

  changeParty: ({ site, month, at }, decide) =>
    together(pool, async (client) => {
      await client.query(beginParty, [site, month, at]);
      const decided = decide(await party(client, site, month, "FOR UPDATE"));
      if (!decided.ok) return decided;
      const { party: next, touched } = decided.value;
      await client.query(saveParty, [site, month, next.organiser ?? null, next.plan ?? null, at]);
      await announceAll(client, { touched }, at);
      return done(next);
    }),
});
