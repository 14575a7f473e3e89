import { expect, it } from "vitest";
import type { ActionId } from "../../chat/view.ts";
import { memory } from "./memory.ts";

const message = (id: string, isPressable = true) => ({
  id,
  place: "dm:ana",
  at: new Date(0),
  view: {
    title: id,
    blocks: isPressable ? [{ is: "buttons", buttons: [{ label: "Press", action: "x" as ActionId }] } as const] : [],
  },
});

it("holds what can be pressed, and lets go of what no longer can", () => {
  const held = memory();
  held.hold(message("with a button"));
  held.hold(message("only words", false));
  expect(held.find("with a button")?.place).toBe("dm:ana");
  expect(held.find("only words")).toBeUndefined();
  const revised = held.revise("with a button", message("done", false).view, new Date(1));
  expect(revised).toMatchObject({ id: "with a button", view: { title: "done" }, revised: new Date(1) });
  expect(held.find("with a button")).toBeUndefined();
  expect(held.revise("only words", message("x").view, new Date(1))).toBeUndefined();
});

it("holds the latest hundred", () => {
  const held = memory();
  for (let n = 0; n <= 100; n += 1) held.hold(message(String(n)));
  expect(held.find("0")).toBeUndefined();
  expect(held.find("1")).toBeDefined();
  expect(held.find("100")).toBeDefined();
});
