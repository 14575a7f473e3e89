import { section } from "./config.ts";
import { platforms } from "./platforms/index.ts";

/** Every platform's section of the configuration. */
export const sections = [
  section(
    platforms.slack,
    () => false,
    ({ mode }) => mode.is === "http",
  ),
  section(platforms.discord),
  section(
    platforms.local,
    ({ asked }) => !asked,
    () => true,
  ),
];

/** The page steps aside by one port for a platform whose vendor calls on PORT, and for what is served there without one. */
export function portFor(
  name: string,
  { port, platforms: on }: { readonly port: number; readonly platforms: readonly { readonly name: string }[] },
): number {
  return name === platforms.local.name && on.length > 1 && port > 0 ? port + 1 : port;
}
