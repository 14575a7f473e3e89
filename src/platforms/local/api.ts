import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Router } from "../../chat/router.ts";
import { nearestLocale } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { calls, wrongFieldsOf } from "./calls.ts";
import type { Answered, Conversation } from "./conversation.ts";
import type { LocalDeps, LocalPerson } from "./deps.ts";
import type { Directory } from "./directory.ts";
import { runJob } from "./job-runs.ts";
import { commandsFor, listedPerson, placesOf } from "./lists.ts";
import type { Live } from "./live.ts";
import { partOf, readMessages } from "./reading.ts";
import { type Refusal, refusals } from "./refusals.ts";
import { shown } from "./shown.ts";
import { largestFile, type Uploads } from "./uploads.ts";

export type ApiDeps = {
  readonly local: LocalDeps;
  readonly router: Pick<Router, "commands">;
  readonly directory: Directory;
  readonly conversation: Conversation;
  readonly uploads: Uploads;
  readonly live: Live;
};

/** Sends a refusal in words that its reader understands. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal, person?: LocalPerson) {
  const { status, why, errors } = refusal;
  const locale = person?.locale ?? nearestLocale(request.headers["accept-language"]) ?? "en";
  return reply.code(status).send({ ok: false, why, error: refusal.say(locale), ...(errors ? { errors } : {}) });
}

type Acting = z.ZodType<{ readonly as: string }>;

/** Adds every call of the HTTP interface. */
export function addCalls(app: FastifyInstance, { local, router, directory, conversation, uploads, live }: ApiDeps) {
  /** Reads a call, finds who acts, does it, and sends the value or the refusal. */
  const acts =
    <S extends Acting>(
      shape: S,
      act: (
        person: LocalPerson,
        call: z.infer<S>,
        request: FastifyRequest,
        reply: FastifyReply,
      ) => Promise<Outcome<unknown, Refusal>>,
    ) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const call = shape.safeParse(request.method === "GET" ? request.query : request.body);
      if (!call.success) return sendRefusal(request, reply, refusals.wrongShape(wrongFieldsOf(call.error)));
      const person = await directory.person(call.data.as);
      if (person === undefined) return sendRefusal(request, reply, refusals.unknownPerson(call.data.as));
      const outcome = await act(person, call.data, request, reply);
      return outcome.ok ? outcome.value : sendRefusal(request, reply, outcome.refusal, person);
    };

  const came = (outcome: Outcome<Answered, Refusal>, person: LocalPerson): Outcome<unknown, Refusal> => {
    if (!outcome.ok) return outcome;
    const { messages, form } = outcome.value;
    const back = messages.map((message) => shown(message, person.id));
    return done({ ok: true, messages: back, ...(form ? { form } : {}) });
  };

  app.get("/api/people", async () => (await local.people()).map(listedPerson));
  app.get("/api/sites", async () => (await local.sites()).map(({ id, name, zone }) => ({ id, name, zone })));
  app.get("/api/jobs", async () => (local.jobs?.declared ?? []).map(({ name, cron }) => ({ name, cron })));

  app.get(
    "/api/places",
    acts(calls.look, async (person) => done(await placesOf(person, local.channels))),
  );
  app.get(
    "/api/commands",
    acts(calls.look, async (person) => done(commandsFor(router.commands, person))),
  );
  app.get(
    "/api/events",
    acts(calls.look, async (person, _call, _request, reply) => {
      reply.type("text/event-stream; charset=utf-8");
      return done(live.open(person.id));
    }),
  );
  app.get(
    "/api/messages",
    acts(calls.read, (person, call) => readMessages({ directory, messages: local.messages }, person, call)),
  );
  app.get<{ Params: { id: string; index: string } }>("/api/messages/:id/parts/:index", (request, reply) =>
    acts(calls.look, async (person) => {
      const { id, index } = request.params;
      const part = await partOf({ directory, messages: local.messages }, person, id, index);
      if (!part.ok) return part;
      reply.headers(part.value.headers);
      return done(part.value.content);
    })(request, reply),
  );

  app.post(
    "/api/say",
    acts(calls.say, async (person, call) => came(await conversation.say(person, call), person)),
  );
  app.post(
    "/api/press",
    acts(calls.press, async (person, call) => came(await conversation.press(person, call), person)),
  );
  app.post(
    "/api/submit",
    acts(calls.submit, async (person, call) => came(await conversation.submit(person, call), person)),
  );
  app.post(
    "/api/upload",
    { bodyLimit: Math.ceil((largestFile * 4) / 3) + 10_000 },
    acts(calls.upload, async (person, { place, name, content }) => {
      if ((await directory.place(person.id, place)) === undefined) return refuse(refusals.unknownPlace(place));
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(content) || content.length % 4 !== 0) return refuse(refusals.notBase64);
      const bytes = Buffer.from(content, "base64");
      return done({ ok: true, id: uploads.keep(person.id, name, bytes), name, bytes: bytes.byteLength });
    }),
  );

  app.post<{ Params: { name: string } }>("/api/jobs/:name/run", async (request, reply) => {
    const call = calls.runJob.safeParse(request.body);
    if (!call.success) return sendRefusal(request, reply, refusals.wrongShape(wrongFieldsOf(call.error)));
    const outcome = await runJob(local, { ...call.data, name: request.params.name });
    return outcome.ok ? outcome.value : sendRefusal(request, reply, outcome.refusal);
  });
}
