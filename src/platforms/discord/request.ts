import type { RESTOptions } from "discord.js";

/**
 * Sends a request by Node's own fetch. The library's own way is taken over by whichever HTTP client was loaded first in
 * the process, such as Slack's, and one that does not know its forms cannot send files. What kept a request from
 * arriving is thrown itself, as the library expects, so that it tries again where that helps.
 */
export const request = (async (url: string, init: RequestInit) => {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
  }
}) as unknown as RESTOptions["makeRequest"];
