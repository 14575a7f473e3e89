/**
 * Marks that this platform puts on a component's id. An id written by `encodeAction` has no `%` but in `%25` and `%7C`,
 * so that none of them can be mistaken for a part of it.
 */
const confirmMark = "%?";
const againMark = "%~";
const copyMark = /%\+\d+$/;

/** The id of a button that asks before it acts. */
export const asking = (id: string): string => `${confirmMark}${id}`;
export const isAsking = (id: string): boolean => id.startsWith(confirmMark);

/** The id of a button that opens a kept form. */
export const opening = (key: string): string => `${againMark}${key}`;
/** The key of the kept form that a button opens; undefined for any other button. */
export const keyOf = (id: string): string | undefined =>
  id.startsWith(againMark) ? id.slice(againMark.length) : undefined;

/** The same id once more in one message, where Discord wants each to be different. */
export const copyOf = (id: string, nth: number): string => `${id}%+${nth}`;

/** The action that a component stands for, marks taken off. */
export const actionOf = (id: string): string =>
  (isAsking(id) ? id.slice(confirmMark.length) : id).replace(copyMark, "");
