import type { App } from "@slack/bolt";
import type { Ask } from "../../chat/ask.ts";
import type { FieldErrors } from "../../chat/form.ts";
import type { Router } from "../../chat/router.ts";
import type { Log } from "../../kernel/log.ts";
import type { Answering } from "./answering.ts";
import { type Heard, type Hearing, hearCommand, hearForm, hearPress, hearReply, hearWords } from "./asks.ts";
import { formCallback } from "./modal.ts";
import { inOurThread } from "./thread.ts";

type Deps = {
  readonly router: Router;
  readonly hearing: Hearing;
  readonly answers: Answering;
  readonly answer: (heard: Heard<Ask>) => Promise<void>;
  readonly log: Log;
};

/**
 * Listens to everything that people do. Each event is acknowledged before any work; what may open a form goes ahead of
 * the others, for Slack lets it open within three seconds only.
 */
export function listen(app: App, { router, hearing, answers, answer, log }: Deps): void {
  const take = (hear: () => Heard<Ask> | undefined) =>
    answers.later(async () => {
      const heard = hear();
      if (heard === undefined) return;
      if (router.mayOpenForm(heard.ask)) await answer(heard);
      else await answers.inTurn(() => answer(heard));
    });

  app.command(/^\//, async ({ payload, ack }) => {
    await ack();
    take(() => hearCommand(payload, hearing));
  });

  app.action({ type: "block_actions" }, async ({ body, ack }) => {
    await ack();
    take(() => hearPress(body, hearing));
  });

  app.view({ callback_id: formCallback, type: "view_submission" }, async ({ body, ack }) => {
    if (body.type !== "view_submission") return;
    const heard = hearForm(body, hearing);
    const wrong = heard && (await check(heard));
    const errors = Object.entries(wrong ?? {}).filter(([field]) => field in body.view.state.values);
    if (errors.length > 0) return ack({ response_action: "errors", errors: Object.fromEntries(errors) });
    await ack();
    take(() => heard);
  });

  async function check({ ask }: NonNullable<ReturnType<typeof hearForm>>): Promise<FieldErrors | undefined> {
    try {
      return await router.check(ask);
    } catch (error) {
      // The same fault will meet the answer, where it becomes an apology.
      log.warn({ err: error }, "a form could not be checked before it was taken");
      return undefined;
    }
  }

  app.event("app_mention", async ({ event, body }) => {
    const { user } = event;
    const reply = inOurThread(event, hearing.bot);
    if (reply !== undefined) take(() => hearReply(reply, body.event_id, hearing));
    else if (user !== undefined) take(() => hearWords({ ...event, user }, body.event_id, hearing));
  });

  /** Of what people say to each other, only threads under the bot's own messages are heard. */
  app.message(async ({ message, body }) => {
    const reply = inOurThread(message, hearing.bot);
    if (reply !== undefined) take(() => hearReply(reply, body.event_id, hearing));
    if (message.channel_type !== "im" || message.subtype !== undefined || message.bot_id !== undefined) return;
    take(() => hearWords({ ...message, text: message.text ?? "" }, body.event_id, hearing));
  });
}
