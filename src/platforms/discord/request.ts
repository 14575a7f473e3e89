import { DefaultRestOptions, type RESTOptions } from "discord.js";

type MakeRequest = RESTOptions["makeRequest"];

/**
 * Sends a request by the library's own client, one with files by Node's fetch: the library's is taken over by whichever
 * HTTP client was loaded first in the process, such as Slack's, and one that does not know its forms cannot send files.
 * What kept a request from arriving is thrown itself, as the library expects, so that it tries again where that helps.
 */
export const request: MakeRequest = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  try {
    return await (fetch as unknown as MakeRequest)(url, init);
  } catch (error) {
    throw error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
  }
};
