// The worker's beginning: lets Node read TypeScript, whatever started the process and wherever it stands.
import { register } from "tsx/esm/api";

register();
await import("./draws.ts");
