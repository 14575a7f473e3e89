import type { Environment, Setup } from "../module.ts";

/** `asked` tells a page that was asked for from one that is on because nothing else is. */
export type LocalConfig = { readonly asked: boolean };

/**
 * Reads `FAIRLINE_LOCAL`: `on`, `off`, or nothing. With nothing the page is on and not `asked` for: the caller leaves
 * it out where another platform is on.
 */
export function setup({ FAIRLINE_LOCAL: wish = "" }: Environment): Setup<LocalConfig> {
  switch (wish.trim().toLowerCase()) {
    case "":
      return { is: "on", config: { asked: false } };
    case "on":
      return { is: "on", config: { asked: true } };
    case "off":
      return { is: "off" };
    default:
      return { is: "wrong", problems: [`FAIRLINE_LOCAL is “${wish}”: set it to on or off, or leave it out`] };
  }
}
