import type { Locale } from "../kernel/locale.ts";
import { cut, first, startOf } from "./cut.ts";
import { fitTable, tableSize } from "./fit-table.ts";
import { words } from "./messages.ts";
import type { Limits } from "./platform.ts";
import { type Block, note, type Span, type Spans, type View } from "./view.ts";

type Measure = Limits["measure"];

const withText = (span: Span, text: string): Span => {
  if (typeof span === "string") return text;
  return span.is === "person" ? { ...span, name: text } : { ...span, text };
};

const spanText = (span: Span) => (typeof span === "string" ? span : span.is === "person" ? span.name : span.text);

/** Room that a span's own marks take beside its text: a mention, a link's address, the ticks around code. */
const overhead = (span: Span, measure: Measure) => {
  if (typeof span === "string") return 0;
  if (span.is === "link") return measure(span.url) + 8;
  return span.is === "instant" ? 60 : 40;
};

const sizeOf = (spans: Spans, measure: Measure) =>
  spans.reduce((sum, span) => sum + measure(spanText(span)) + overhead(span, measure), 0);

/** Spans cut to measure at most `max`, saying how many characters were left out. */
function cutSpans(spans: Spans, max: number, measure: Measure, locale: Locale): Spans {
  if (sizeOf(spans, measure) <= max) return spans;
  const characters = spans.reduce((sum, span) => sum + spanText(span).length, 0);
  let room = max - measure(words.moreText(characters)(locale));
  let kept = 0;
  const fitted: Span[] = [];
  for (const span of spans) {
    const own = room - overhead(span, measure);
    const shown = own > 0 ? startOf(spanText(span), own, measure) : "";
    if (shown !== "") fitted.push(withText(span, shown));
    kept += shown.length;
    if (shown.length < spanText(span).length) break;
    room -= sizeOf([span], measure);
  }
  return [...fitted, words.moreText(characters - kept)(locale)];
}

function fitBlock(block: Block, limits: Limits, locale: Locale): readonly Block[] {
  const { measure } = limits;
  switch (block.is) {
    case "heading":
      return [{ ...block, text: cut(block.text, limits.heading, measure) }];
    case "text":
      return [{ ...block, spans: cutSpans(block.spans, limits.text, measure, locale) }];
    case "note":
      return [{ ...block, spans: cutSpans(block.spans, limits.note, measure, locale) }];
    case "list":
      return [fitList(block.items, limits, locale)];
    case "facts": {
      const fitted = block.facts.map(({ label, value }) => ({
        label: cut(label, limits.factLabel, measure),
        value: cutSpans(value, limits.factValue, measure, locale),
      }));
      return [
        {
          ...block,
          facts: first(fitted, limits.facts, (left) => ({ label: "…", value: [words.moreItems(left)(locale)] })),
        },
      ];
    }
    case "table":
      return fitTable(block, limits, locale);
    case "buttons": {
      const labelled = block.buttons.map((button) => ({
        ...button,
        label: cut(button.label, limits.buttonLabel, measure),
      }));
      const shown = labelled.slice(0, limits.buttons);
      const left = labelled.length - shown.length;
      return [{ ...block, buttons: shown }, ...(left > 0 ? [note(words.moreItems(left)(locale))] : [])];
    }
    case "menu": {
      const options = block.options.slice(0, limits.menuOptions);
      const left = block.options.length - options.length;
      const shown = options.map((option) => ({ ...option, label: cut(option.label, limits.optionLabel, measure) }));
      const menu = { ...block, label: cut(block.label, limits.menuLabel, measure), options: shown };
      return [menu, ...(left > 0 ? [note(words.moreItems(left)(locale))] : [])];
    }
    case "image":
      return [{ ...block, alt: cut(block.alt, limits.alt, measure) }];
    case "divider":
    case "file":
      return [block];
  }
}

/** Room that a list takes for an item beside its text. */
const bullet = 3;

function fitList(items: readonly Spans[], limits: Limits, locale: Locale): Block {
  const { measure } = limits;
  if (items.reduce((sum, item) => sum + sizeOf(item, measure) + bullet, 0) <= limits.text) return { is: "list", items };
  const room = limits.text - measure(words.moreItems(items.length)(locale)) - bullet;
  const kept: Spans[] = [];
  let used = 0;
  for (const item of items) {
    const size = sizeOf(item, measure) + bullet;
    if (kept.length > 0 && used + size > room) break;
    kept.push(cutSpans(item, Math.max(1, room - used - bullet), measure, locale));
    used += size;
  }
  const left = items.length - kept.length;
  return { is: "list", items: left > 0 ? [...kept, [words.moreItems(left)(locale)]] : kept };
}

/** All text that a block shows, as the platform counts it. */
function weight(block: Block, measure: Measure): number {
  switch (block.is) {
    case "heading":
      return measure(block.text);
    case "text":
    case "note":
      return sizeOf(block.spans, measure);
    case "list":
      return block.items.reduce((sum, item) => sum + sizeOf(item, measure) + bullet, 0);
    case "facts":
      return block.facts.reduce((sum, fact) => sum + measure(fact.label) + sizeOf(fact.value, measure), 0);
    case "table":
      return tableSize(block, measure);
    case "image":
      return measure(block.alt);
    case "buttons":
      return block.buttons.reduce((sum, { label }) => sum + measure(label), 0);
    case "menu":
      return measure(block.label);
    case "divider":
    case "file":
      return 0;
  }
}

/**
 * Makes a view obey a platform's limits before it is rendered. Whatever is left out is said ("12 more…"), and the
 * buttons survive when text must go.
 */
export function fit(view: View, limits: Limits, locale: Locale = view.locale ?? "en"): View {
  const { measure } = limits;
  const title = cut(view.title, limits.title, measure);
  const blocks = view.blocks.flatMap((block) => fitBlock(block, limits, locale));
  const all = blocks.reduce((sum, block) => sum + weight(block, measure), measure(title));
  if (all <= limits.total && blocks.length <= limits.blocks) return { ...view, title, blocks };
  return { ...view, title, blocks: withoutTheEnd(blocks, measure(title), limits, locale) };
}

const isControl = (block: Block) => block.is === "buttons" || block.is === "menu";

/** As many blocks from the start as the message holds, every button and menu, and a word on what was left out. */
function withoutTheEnd(blocks: readonly Block[], titleSize: number, limits: Limits, locale: Locale): readonly Block[] {
  const said = note(words.moreItems(blocks.length)(locale));
  const controls = blocks.filter(isControl);
  const reserved = [said, ...controls].reduce((sum, block) => sum + weight(block, limits.measure), titleSize);
  const places = limits.blocks - 1 - controls.length;
  let used = 0;
  let shown = 0;
  let left = 0;
  const kept = blocks.filter((block) => {
    if (isControl(block)) return true;
    used += weight(block, limits.measure);
    if (left > 0 || shown >= places || used > limits.total - reserved) left += 1;
    else shown += 1;
    return left === 0;
  });
  const control = kept.findIndex(isControl);
  const at = control === -1 ? kept.length : control;
  return [...kept.slice(0, at), note(words.moreItems(left)(locale)), ...kept.slice(at)];
}
