import type { AccountRef } from "../../chat/ask.ts";
import { spoken, type View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import type { Log } from "../../kernel/log.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import type { Audit } from "./audit.ts";
import { isAccount, isHere, localeOf, type Person, type PersonId } from "./domain.ts";
import {
  type CodeRefusal,
  codeBytes,
  codeFrom,
  codeMinutes,
  type HandOverRefusal,
  hashOf,
  judge,
  mayHandOver,
  minutesAfter,
  tries,
} from "./link-code.ts";
import { linkedElsewhereView, partedView, takenView } from "./link-views.ts";
import type { LinkedBy, Member, PeopleStore } from "./store.ts";

export type LinkingDeps = {
  readonly store: PeopleStore;
  readonly audit: Audit;
  readonly random: (bytes: number) => Uint8Array;
  /** Sends a message to one account; a fault here is logged and undoes nothing. */
  readonly tell: (account: AccountRef, view: View) => Promise<void>;
  readonly log: Log;
};

export type FreshCode = { readonly code: string; readonly expiresAt: Date };
/** An account's new person and, where there was one, the person it left. */
export type Joined = { readonly member: Member; readonly before: Person | undefined };

/** How accounts and people come together and part. Whoever else is concerned is told. */
export function linking({ store, audit, random, tell, log }: LinkingDeps) {
  async function atTheirSite(person: Person): Promise<Member> {
    const site = await store.site(person.site);
    if (site === undefined) throw new Error(`no site ${person.site} of person ${person.id}`);
    return { person, site };
  }

  async function memberOf(id: PersonId): Promise<Member> {
    const person = await store.personById(id);
    if (person === undefined) throw new Error(`no person ${id} of an account`);
    return atTheirSite(person);
  }

  async function tellAll(accounts: readonly AccountRef[], { person, site }: Member, view: Localised<View>) {
    const shown = spoken(view, { locale: localeOf(person, site), zone: site.zone });
    for (const account of accounts) {
      await tell(account, shown).catch((error: unknown) => {
        log.warn({ error: String(error), platform: account.platform }, "an account could not be told of a link");
      });
    }
  }

  const others = (person: Person, account: AccountRef) => person.accounts.filter((one) => !isAccount(one, account));

  async function afterJoining(account: AccountRef, member: Member, how: LinkedBy, at: Date) {
    const { person } = member;
    await audit.record({
      at,
      actor: person.id,
      action: "account.linked",
      subject: person.id,
      detail: { account, how },
    });
    await tellAll(others(person, account), member, linkedElsewhereView(account, at));
  }

  return {
    /** Joins an account to the one present person with this address; undefined when there is not exactly one. */
    async joinByEmail(account: AccountRef, email: string, at: Date): Promise<Member | undefined> {
      const members = await Promise.all((await store.peopleByEmail(email)).map(atTheirSite));
      const [only, second] = members.filter(({ person, site }) => isHere(person, dayAt(at, site.zone)));
      if (only === undefined || second !== undefined) return undefined;
      if (await store.link(account, only.person.id, "email", at)) await afterJoining(account, only, "email", at);
      return only;
    },

    /** Joins an account to the person of a code. */
    async joinByCode(account: AccountRef, code: string, at: Date): Promise<Outcome<Joined, CodeRefusal>> {
      const countedFrom = minutesAfter(at, -tries.perMinutes);
      const verdict = await store.tryLinkCode({ hash: hashOf(code), account, at, countedFrom }, judge);
      if (!verdict.ok) return verdict;
      const member = await memberOf(verdict.value.person);
      await afterJoining(account, member, "code", at);
      if (verdict.value.before === undefined) return done({ member, before: undefined });
      const before = await memberOf(verdict.value.before);
      await tellAll(before.person.accounts, before, takenView(account));
      return done({ member, before: before.person });
    },

    /** Makes a code for a person, by themselves or by somebody who may hand it over. */
    async makeCode(
      issuer: Person,
      subject: Person,
      at: Date,
      today: LocalDate,
    ): Promise<Outcome<FreshCode, HandOverRefusal>> {
      const may = mayHandOver(issuer, subject, today);
      if (!may.ok) return refuse(may.refusal);
      const code = codeFrom(random(codeBytes));
      const expiresAt = minutesAfter(at, codeMinutes);
      await store.saveLinkCode(hashOf(code), subject.id, expiresAt);
      if (may.value === "handed") {
        await audit.record({ at, actor: issuer.id, action: "link-code.made", subject: subject.id });
      }
      return done({ code, expiresAt });
    },

    /** Parts an account from its person, who asked for it on `from`; false when it is not theirs. */
    async part(account: AccountRef, member: Member, from: AccountRef, at: Date): Promise<boolean> {
      const { person } = member;
      if (!(await store.unlink(account, person.id, at))) return false;
      await audit.record({ at, actor: person.id, action: "account.unlinked", subject: person.id, detail: { account } });
      if (!isAccount(account, from)) await tellAll([account], member, partedView(person.name));
      return true;
    },
  };
}
