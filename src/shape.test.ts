import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jobs } from "../jobs/index.ts";
import { manifests } from "./manifests.ts";
import { platforms } from "./platforms/index.ts";

const here = (path: string) => new URL(path, import.meta.url);
const foldersIn = (path: string) =>
  readdirSync(here(path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "__snapshots__")
    .map(({ name }) => name);
const filesIn = (path: string) =>
  readdirSync(here(path)).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));

describe("the tree is what the lists say", () => {
  test("every platform's folder is in the list, under its own name", () => {
    expect(Object.keys(platforms).sort()).toEqual(foldersIn("platforms").sort());
    for (const [name, module] of Object.entries(platforms)) expect(module.name).toBe(name);
  });

  test("every job's file is in the list, under its own name", () => {
    const files = filesIn("../jobs").filter((name) => name !== "index.ts");
    expect(jobs.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  test("every feature has a front door", () => {
    for (const feature of foldersIn("features")) expect(filesIn(`features/${feature}`)).toContain("index.ts");
  });
});

const made = await manifests();

describe("the manifests", () => {
  test.each(made.map(({ file, content }) => [file, content]))("%s is what the declarations make", (file, content) => {
    expect(readFileSync(here(`../manifests/${file}`), "utf8"), "run: npm run fairline -- manifests").toBe(content);
  });

  test("name every command, with and without a prefix, and the root command without one", async () => {
    const [plain, prefixed] = [made, await manifests({ prefix: "fl-" })].map(
      (all) => all.find(({ file }) => file === "slack.json")?.content,
    );
    for (const name of ["/myscore", "/teamscore", "/link", "/settings", "/fairline"])
      expect(plain).toContain(`"${name}"`);
    expect(prefixed).toContain('"/fl-myscore"');
    expect(prefixed).not.toContain('"/myscore"');
    expect(prefixed).toContain('"/fairline"');
  });
});
