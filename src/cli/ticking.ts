import type { Cli } from "./cli.ts";

const onTerminalMs = 1_000;
const elsewhereMs = 10_000;

/** Shows that long work goes on: in one place on a terminal, else as a line now and then; ended by what it returns. */
export function ticking(cli: Cli, line: (seconds: number) => string): () => void {
  const began = cli.clock();
  let isShown = false;
  const show = () => {
    isShown = true;
    (cli.over ?? cli.err)(line(Math.round((cli.clock() - began) / 1000)));
  };
  const timer = setInterval(show, cli.over === undefined ? elsewhereMs : onTerminalMs);
  return () => {
    clearInterval(timer);
    if (isShown) cli.over?.("");
  };
}
