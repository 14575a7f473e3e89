const hidden = "[hidden]";
const secretName = /token|secret|password|passwd|api[-_]?key|authorization|cookie|credential/i;

/** JSON fields by such names, whatever text they hold. */
const fields = new RegExp(`("[^"\\\\]*(?:${secretName.source})[^"\\\\]*":)"(?:[^"\\\\]|\\\\.)*"`, "gi");
/** `scheme://user:password@`; a password may hold an @ itself. */
const passwords = /(\b[a-z][a-z0-9+.-]*:\/\/[^:/?#\s"@]*):[^/?#\s"]+@/gi;
/** Slack's tokens and Discord's, by their shape. */
const tokens = /\bxox[a-z]-[\w-]{8,}|\bxapp-[\w-]{8,}|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g;

function passwordOf(value: string): string[] {
  const password = URL.canParse(value) ? new URL(value).password : "";
  return password === "" ? [] : [password, decodeURIComponent(password)];
}

/** The secret values of an environment: what is named like one, and passwords inside addresses. */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const found = Object.entries(env).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return secretName.test(name) ? [value.trim()] : passwordOf(value);
  });
  // Shorter ones would blot out ordinary words.
  return [...new Set(found)].filter((value) => value.length >= 6).sort((a, b) => b.length - a.length);
}

const inJson = (value: string) => JSON.stringify(value).slice(1, -1);

/** A line of JSON without the given secrets, and without what looks like one. */
export function scrub(line: string, secrets: readonly string[]): string {
  const without = secrets.reduce((text, secret) => text.replaceAll(inJson(secret), hidden), line);
  return without.replace(fields, `$1"${hidden}"`).replace(passwords, `$1:${hidden}@`).replace(tokens, hidden);
}
