import { RESTJSONErrorCodes as Codes, Routes } from "discord.js";
import type { Place } from "../../chat/ask.ts";
import { cut } from "../../chat/cut.ts";
import { NotDelivered } from "../../chat/platform.ts";
import { onlyAsked } from "../network.ts";
import { notDelivered } from "./faults.ts";
import type { Send } from "./outbound.ts";

/** The channel that messages of a place are in: a thread is one of its own, with the id of the message above it. */
export const channelOf = ({ id, thread }: Place): string => thread ?? id;

const longestName = 100;
const is = (error: unknown, code: Codes) => error instanceof NotDelivered && error.code === String(code);

/** Whether what was met says that there is no thread yet where a place says there is one. */
export const isNotBegun = ({ thread }: Place, error: unknown): boolean =>
  thread !== undefined && is(error, Codes.UnknownChannel);

/** Begins the thread under a message, which changes nothing where somebody has; throws `NotDelivered`. */
async function begin(send: Send, { id, thread = "" }: Place, title: string): Promise<void> {
  const body = { name: cut(title.trim(), longestName, (text) => text.length) || "…" };
  try {
    await send((rest) => rest.post(Routes.threads(id, thread), { body }));
  } catch (error) {
    const fault = onlyAsked(notDelivered(error));
    if (!is(fault, Codes.ThreadAlreadyCreatedForMessage)) throw fault;
  }
}

/** Posts into a thread, and where there is none begins it, named after the title, and posts then. */
async function within(send: Send, place: Place, title: string, post: () => Promise<unknown>): Promise<unknown> {
  try {
    return await post();
  } catch (error) {
    if (!isNotBegun(place, error)) throw error;
  }
  await begin(send, place, title);
  try {
    return await post();
  } catch (error) {
    // Somebody has taken the thread away; the channel itself is there.
    if (isNotBegun(place, error)) throw new NotDelivered("refused", "thread_gone", { cause: error });
    throw error;
  }
}

/** What is not permitted in threads may well be in the channel itself, which is no less reachable. */
const ofThread = (error: unknown): unknown =>
  is(error, Codes.MissingPermissions)
    ? new NotDelivered("refused", String(Codes.MissingPermissions), { cause: error })
    : error;

/** Posts to a place; in one with a thread it goes there, the thread begun where there is none. */
export const postingInto =
  (send: Send) =>
  async (place: Place, title: string, post: () => Promise<unknown>): Promise<unknown> => {
    if (place.thread === undefined) return post();
    try {
      return await within(send, place, title, post);
    } catch (error) {
      throw ofThread(error);
    }
  };
