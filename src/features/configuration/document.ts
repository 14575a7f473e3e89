import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { say } from "../../kernel/locale.ts";
import { type Outcome, refuse } from "../../kernel/outcome.ts";
import { type ConfigDocument, checked, type Problems } from "./checked.ts";
import type { Path } from "./problem.ts";

/** Reads `fairline.yaml`; everything that is wrong with it is told at once. */
export function readDocument(text: string): Outcome<ConfigDocument, Problems> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };

  /** Where a path's key stands, or that of the nearest part of it that is in the file. */
  function offsetOf(path: Path): number {
    let node: unknown = document.contents;
    let offset = 0;
    for (const part of path) {
      const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === part) : undefined;
      const item = isSeq(node) ? node.items[Number(part)] : undefined;
      const place = isNode(pair?.key) ? pair.key : item;
      if (!isNode(place)) break;
      offset = place.range?.[0] ?? offset;
      node = pair?.value ?? item;
    }
    return offset;
  }

  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      path: "",
      ...at(pos[0]),
      message: say({ en: `This is no YAML: ${message}`, "zh-CN": `不是有效的 YAML：${message}` }),
    }));
    return refuse({ why: "wrong", problems });
  }
  return checked(document.toJS() ?? {}, (path) => at(offsetOf(path)));
}
