#!/usr/bin/env node
// The command line: makes Prisma's client if need be, lets Node read TypeScript, and hands over.
import { register } from "tsx/esm/api";
import "../prisma/generate.mjs";

register();
const { main } = await import("./cli/index.ts");
process.exitCode = await main(process.argv.slice(2));
