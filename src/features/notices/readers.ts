import type { Reader } from "../../kernel/locale.ts";
import { dayAt } from "../../kernel/time.ts";
import { isHere, localeOf, type Person, type Site } from "../people/index.ts";
import type { Claimed } from "./delivery.ts";
import type { Ledger, NoticeSettings } from "./store.ts";

/** The people and sites that notices ask for. */
export type NoticeRoster = {
  peopleById(ids: readonly string[]): Promise<readonly Person[]>;
  peopleOf(site: string, on: Person["hiredOn"] & string): Promise<readonly Person[]>;
  site(id: string): Promise<Site | undefined>;
};

/** Whom a delivery is for, with what they want of notices; nobody where they are gone. */
export type Addressee = {
  readonly reader: Reader;
  readonly site: Site;
  readonly person?: Person;
  readonly settings: NoticeSettings;
};

const anything: NoticeSettings = { muted: [] };

/** Finds for whom each delivery is, all in a few questions; those who have left are missing. */
export async function addresseesOf(
  claimed: readonly Claimed[],
  { roster, ledger, now }: { readonly roster: NoticeRoster; readonly ledger: Pick<Ledger, "settingsOf">; now: Date },
): Promise<(of: Claimed) => Addressee | undefined> {
  const ids = [...new Set(claimed.flatMap(({ to }) => (to.is === "person" ? [to.id] : [])))];
  const [people, settings] = await Promise.all([
    ids.length === 0 ? [] : roster.peopleById(ids),
    ids.length === 0 ? new Map<string, NoticeSettings>() : ledger.settingsOf(ids),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const names = [...new Set([...people.map(({ site }) => site), ...claimed.map(({ site }) => site)])];
  const sites = new Map(
    (await Promise.all(names.map((id) => roster.site(id)))).flatMap((site) => (site ? [[site.id, site] as const] : [])),
  );
  const today = new Map([...sites.values()].map(({ zone }) => [zone, dayAt(now, zone)] as const));
  return ({ to, site: of }) => {
    if (to.is === "channel") {
      const site = sites.get(of);
      return site && { reader: { locale: site.locale, zone: site.zone }, site, settings: anything };
    }
    const person = byId.get(to.id);
    const site = person && sites.get(person.site);
    const day = site && today.get(site.zone);
    if (person === undefined || site === undefined || day === undefined || !isHere(person, day)) return undefined;
    const reader = { locale: localeOf(person, site), zone: site.zone };
    return { reader, site, person, settings: settings.get(person.id) ?? anything };
  };
}
