import { type Block, text, typed, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import { beginEvaluation, chooseContact, chooseForm, dayText, openDraft } from "../addresses.ts";
import type { Contact, EvaluationDraft } from "../domain.ts";
import { evaluateWords as words } from "../messages/evaluate.ts";
import type { Choice, DraftCard, Opened } from "../scoring.ts";
import { markOf } from "../starting.ts";

/** As many as the tightest platform has in a menu. */
const mostInMenu = 25;

/** When a contact was, how long it took and what it was about, in the room of a menu's option. */
const contactLine = ({ startedAt, handleS, channel, queue, sourceId }: Contact, { locale, zone }: Reader) =>
  [format(locale).dateTime(startedAt, zone), words.minutes(handleS)(locale), `${channel} ${queue}`, sourceId].join(
    " · ",
  );

/** What is carried from the choice of a contact to its draft. */
export type Chosen = { readonly kind: EvaluationDraft["kind"]; readonly day?: LocalDate | undefined };
const carriedBy = ({ kind, day }: Chosen) => ({ kind, day: dayText(day) });

/** Where evaluating begins: drafts to go on with, and how to name an agent. */
export const startView =
  (drafts: readonly DraftCard[]): Localised<View> =>
  ({ locale }) => {
    const shown = drafts.slice(0, mostInMenu).map(({ draft, agent }) => ({
      value: draft.id,
      label: words.draft(agent?.name ?? "…", draft.contact.day, draft.contact.sourceId)(locale),
    }));
    const going: readonly Block[] = [
      text(words.hasDrafts(drafts.length)(locale)),
      { is: "menu", label: words.drafts(locale), action: openDraft.to({}), options: shown },
    ];
    return {
      title: words.startTitle(locale),
      blocks: [
        ...(drafts.length === 0 ? [] : going),
        text(words.start(locale), typed("evaluate 1001"), words.startEnd(locale)),
        { is: "buttons", buttons: [{ label: words.begin(locale), action: beginEvaluation.to({}) }] },
      ],
    };
  };

/** The contacts of an agent, to choose one from. */
export const contactsView =
  ({ agent, contacts }: Choice, chosen: Chosen): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const shown = contacts.slice(0, mostInMenu);
    return {
      title: words.contactsTitle(agent.name)(locale),
      blocks: [
        text(words.contacts(shown.length, contacts.length)(locale)),
        {
          is: "menu",
          label: words.pick(locale),
          action: chooseContact.to({ ...carriedBy(chosen), agent: agent.id }),
          options: shown.map((contact) => ({ value: markOf(contact), label: contactLine(contact, reader) })),
        },
      ],
    };
  };

/** The forms that fit a contact, to choose one from. */
export const formsView =
  ({ agent, contact, forms }: Extract<Opened, { is: "forms" }>, chosen: Chosen): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    return {
      title: words.chooseForm(locale),
      blocks: [
        text(`${agent.name} · ${contactLine(contact, reader)}`),
        text(words.severalForms(locale)),
        {
          is: "menu",
          label: words.form(locale),
          action: chooseForm.to({ ...carriedBy(chosen), agent: agent.id, contact: markOf(contact) }),
          options: forms.map(({ id, name }) => ({ value: id, label: name[locale] })),
        },
      ],
    };
  };
