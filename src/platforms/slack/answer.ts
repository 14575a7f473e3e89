import { decodeAction, encodeAction, maxActionBytes } from "../../chat/action-id.ts";
import type { Ask } from "../../chat/ask.ts";
import type { Form } from "../../chat/form.ts";
import type { Reply, Router } from "../../chat/router.ts";
import { type ActionId, text, type View } from "../../chat/view.ts";
import type { Log } from "../../kernel/log.ts";
import { codeOf, type SlackApi } from "./api.ts";
import { askAgain, type Heard } from "./asks.ts";
import type { Delivery } from "./deliver.ts";
import type { Directory } from "./directory.ts";
import { words } from "./messages.ts";
import { modal } from "./modal.ts";
import { keep } from "./origin.ts";

type Deps = {
  readonly router: Router;
  readonly delivery: Delivery;
  readonly directory: Directory;
  readonly api: SlackApi;
  readonly log: Log;
};

/** A button's address that asks the same once more; undefined where it would not fit into one. */
function again(ask: Ask): ActionId | undefined {
  const fits = (name: string, args: readonly string[]) =>
    Buffer.byteLength([name, ...args].join("|")) < maxActionBytes - 10 ? encodeAction(name, args) : undefined;
  switch (ask.is) {
    case "words":
      return fits(askAgain, [ask.text]);
    case "command":
      return ask.given === undefined ? fits(askAgain, [`${ask.command} ${ask.text ?? ""}`.trim()]) : undefined;
    case "press": {
      const { name, args } = decodeAction(ask.action);
      return fits(name, ask.value === undefined ? args : [...args, ask.value]);
    }
    case "reply":
      return ask.otherwise && again(ask.otherwise);
    case "submit":
      return undefined;
  }
}

/** Hands what was heard to the router and its reply to whom it concerns. */
export function answerer({ router, delivery, directory, api, log }: Deps) {
  /** To the asker alone, and so that nothing of it is kept where the declaration says so. */
  const tell = ({ ask, from, trigger }: Heard<Ask>, view: View): Promise<void> =>
    router.isUnkept(ask) ? delivery.whisper(from, view, trigger) : delivery.tell(from, view);

  /** A form that cannot be opened now is offered by a button, whose press can open it. */
  async function offer(heard: Heard<Ask>, form: Form) {
    const { ask } = heard;
    const action = again(ask);
    const { locale, title } = form;
    const said = action ? words.formWaits(locale) : words.formTooLate(locale);
    const button = action ? [{ label: words.openForm(locale), action, style: "primary" as const }] : [];
    await tell(heard, { title, locale, blocks: [text(said), { is: "buttons", buttons: button }] });
  }

  async function open(heard: Heard<Ask>, form: Form) {
    const { from, trigger } = heard;
    if (trigger === undefined) return offer(heard, form);
    try {
      const view = modal(form, keep(form.id, from));
      await api.call((client) => client.views.open({ trigger_id: trigger, view }));
    } catch (error) {
      log.warn({ method: "views.open", code: codeOf(error) }, "a form did not open");
      await offer(heard, form);
    }
  }

  function send(heard: Heard<Ask>, reply: Reply): Promise<void> {
    switch (reply.is) {
      case "nothing":
        return Promise.resolve();
      case "form":
        return open(heard, reply.form);
      case "invalid":
        return tell(heard, reply.view);
      case "view":
        if (reply.audience === "replace")
          return delivery.replace(heard.from, reply.view, () => tell(heard, reply.view));
        return reply.audience === "place" ? delivery.announce(heard.from, reply.view) : tell(heard, reply.view);
    }
  }

  return async (heard: Heard<Ask>): Promise<void> => {
    const { locale } = heard.ask.locale ? heard.ask : await directory.about(heard.from.user);
    const ask: Ask = locale ? { ...heard.ask, locale } : heard.ask;
    await send({ ...heard, ask }, await router.answer(ask));
  };
}
