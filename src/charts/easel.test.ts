import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { aTrend } from "../testing/charts.ts";
import { easel } from "./easel.ts";

/** A worker's script: draws a chart as its title's bytes, and falls over a title that says how. */
const script = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", ({ id, chart }) => {
    if (chart.title === "exit") process.exit(3);
    if (chart.title === "throw") throw new Error("fell over");
    if (chart.title === "wait") return;
    if (chart.title === "refuse") parentPort.postMessage({ id, error: new Error("no such colour") });
    else parentPort.postMessage({ id, png: new TextEncoder().encode(chart.title) });
  });`;

const patient = { restAfterMs: 600_000 };

function aStudio(rest = patient) {
  const workers: Worker[] = [];
  const { draw, close } = easel(() => {
    const worker = new Worker(script, { eval: true });
    workers.push(worker);
    return worker;
  }, rest);
  const drawn = async (title: string) => new TextDecoder().decode(await draw(aTrend({ title })));
  return { workers, drawn, close };
}

test("no worker is hired before the first chart, and one for all of them", async ({ onTestFinished }) => {
  const { workers, drawn, close } = aStudio();
  onTestFinished(close);
  expect(workers).toHaveLength(0);
  expect(await Promise.all(["a", "b", "c"].map(drawn))).toEqual(["a", "b", "c"]);
  expect(workers).toHaveLength(1);
});

test.each([
  ["exit", "it ended with 3"],
  ["throw", "fell over"],
])("a worker lost by %s fails what it was drawing, with the cause, and the next chart is drawn", async (how, cause) => {
  const { workers, drawn, close } = aStudio();
  const before = drawn("wait");
  const lost = drawn(how);
  for (const one of [before, lost])
    await expect(one).rejects.toMatchObject({
      message: "the chart's worker was lost",
      cause: expect.objectContaining({ message: cause }),
    });
  expect(await drawn("next")).toBe("next");
  expect(workers).toHaveLength(2);
  await close();
});

test("a chart that cannot be drawn fails alone, with the cause", async () => {
  const { workers, drawn, close } = aStudio();
  const refused = drawn("refuse");
  const good = drawn("good");
  await expect(refused).rejects.toMatchObject({ cause: expect.objectContaining({ message: "no such colour" }) });
  expect(await good).toBe("good");
  expect(workers).toHaveLength(1);
  await close();
});

test("close ends the worker and fails what it was drawing, and every later draw", async () => {
  const { workers, drawn, close } = aStudio();
  await drawn("a");
  const pending = expect(drawn("wait")).rejects.toThrow("the chart's worker was lost");
  await close();
  await pending;
  expect(workers[0]?.threadId).toBe(-1);
  await expect(drawn("b")).rejects.toThrow("the charts are closed");
  expect(workers).toHaveLength(1);
  await close();
});

test("an idle worker is let go, and hired anew when it is wanted", async () => {
  const { workers, drawn, close } = aStudio({ restAfterMs: 1 });
  await drawn("a");
  if (workers[0]) await once(workers[0], "exit");
  expect(await drawn("b")).toBe("b");
  expect(workers).toHaveLength(2);
  await close();
});
