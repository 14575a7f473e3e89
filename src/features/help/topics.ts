import type { HelpRequest } from "./domain.ts";
import { isSame, type Words } from "./moves.ts";

export type Asked = { readonly request: HelpRequest; readonly words: Words };

/** Requests about the same; the first asked is the first. */
export type Topic = {
  readonly category: string;
  readonly requests: readonly HelpRequest[];
};

/** Requests, the first asked first, by what they are about; each belongs to the first topic of its category that is like it. */
export function topicsOf(asked: readonly Asked[]): readonly Topic[] {
  const topics: { category: string; words: Words; requests: HelpRequest[] }[] = [];
  for (const { request, words } of asked) {
    const known = topics.find((topic) => topic.category === request.category && isSame(topic.words, words));
    if (known) known.requests.push(request);
    else topics.push({ category: request.category, words, requests: [request] });
  }
  return topics.map(({ category, requests }) => ({ category, requests }));
}

/** The topics that were asked at least so often, the oftenest first; what was cancelled does not count. */
export const repeated = (asked: readonly Asked[], times: number): readonly Topic[] =>
  topicsOf(asked.filter(({ request }) => request.state !== "cancelled"))
    .filter(({ requests }) => requests.length >= times)
    .toSorted((a, b) => b.requests.length - a.requests.length);
