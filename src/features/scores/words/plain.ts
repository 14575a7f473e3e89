/** Text as words are compared: Unicode NFKC, lower case, one kind of apostrophe and of white space. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim();

const wordy = /^[\p{L}\p{N}\p{M}]$/u;
const han = /^\p{Script=Han}$/u;

/** Letters and digits have to be understood; all else only parts words. */
export const isWordy = (character: string | undefined): boolean => character !== undefined && wordy.test(character);

const before = (text: string, at: number): string | undefined => [...text.slice(Math.max(0, at - 2), at)].at(-1);
const after = (text: string, at: number): string | undefined => [...text.slice(at, at + 2)][0];

/** Whether a word may end here and another begin: Chinese writes its words without spaces. */
export function isEdge(text: string, at: number): boolean {
  const [left, right] = [before(text, at), after(text, at)];
  return !isWordy(left) || !isWordy(right) || han.test(left ?? "") || han.test(right ?? "");
}

/** Whether a name, written as `plain` writes it, stands in such a text as whole words. */
export function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); name !== "" && at >= 0; at = text.indexOf(name, at + 1)) {
    if (isEdge(text, at) && isEdge(text, at + name.length)) return true;
  }
  return false;
}
