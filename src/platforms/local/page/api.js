/** A call that was refused or did not arrive; `message` is for people, `errors` are by field. */
class Refused extends Error {
  /** @param {{ error?: string, why?: string, errors?: Record<string, string> }} body */
  constructor({ error = "", why = "unreachable", errors = {} }) {
    super(error);
    this.why = why;
    this.errors = errors;
  }
}

async function call(path, init) {
  let response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refused({});
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok || body.ok === false) throw new Refused(body);
  return body;
}

/** Reads from the house; throws `Refused`. */
export const get = (path, query = {}) => call(`/api/${path}?${new URLSearchParams(query)}`);

/**
 * Asks the house to do something; `key` makes a repeat of the same call harmless. A call that names nobody says in which
 * language a refusal is to be. Throws `Refused`.
 * @param {string} path
 * @param {object} body
 * @param {string} [locale]
 */
export const post = (path, body, locale) =>
  call(`/api/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(locale ? { "accept-language": locale } : {}) },
    body: JSON.stringify(body),
  });

/** A file's content in base64. */
export async function base64Of(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let from = 0; from < bytes.length; from += 32_768) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  }
  return btoa(binary);
}
