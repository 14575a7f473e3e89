import { people } from "./deliveries-house.ts";
import { carried, looped, what, withStage } from "./deliveries-stage.ts";
import { type Figure, percentile } from "./figure.ts";

const warmUps = 1;
const rounds = 5;

/** The times of the round whose ratio is the median. */
function middle(times: readonly (readonly [ours: number, baseline: number])[]) {
  const ratios = times.map(([ours, baseline]) => ours / baseline);
  const [ours, baseline] = times[ratios.indexOf(percentile(ratios, 0.5))] ?? [Number.NaN, Number.NaN];
  return { ours, baseline };
}

/** Deliveries as fast as they go, beside a bare client in a loop, and by two workers beside one. */
export const measureDeliveries = (): Promise<Figure[]> =>
  withStage(async (stage) => {
    const bare = await stage.program("bare");
    const one = await stage.program("worker", { UNPACED: "yes" });
    const other = await stage.program("worker", { UNPACED: "yes" });
    const seen: { readonly loop: number; readonly alone: number; readonly shared: number }[] = [];
    // In turn, so that all meet the machine in the same moods.
    for (let round = 0; round < warmUps + rounds; round += 1) {
      const loop = await looped(stage, bare);
      const alone = await carried(stage, [one]);
      const shared = await carried(stage, [one, other]);
      const least = Math.min(...shared.each);
      if (least < people / 5) throw new Error(`one of two workers sent no more than ${least}`);
      seen.push({ loop: loop.seconds, alone: alone.seconds, shared: shared.seconds });
    }
    const warm = seen.slice(warmUps);
    const beside = middle(warm.map(({ alone, loop }) => [alone, loop]));
    const together = middle(warm.map(({ shared, alone }) => [shared, alone]));
    return [
      { what: `${what}, beside a bare client in a loop`, unit: "s", ...beside, goal: 1.67 },
      { what: `${what} by two workers, beside one`, unit: "s", ...together },
    ];
  });
