/** Anything that was sent, read by name; what is missing reads as undefined. */
type Any = { readonly [key: string]: unknown };

const any = (value: unknown): Any => (typeof value === "object" && value !== null ? (value as Any) : {});
const list = (value: unknown): Any[] => (Array.isArray(value) ? value.map(any) : []);
const textOf = (value: unknown) => String(any(value).text ?? "");

/** Everything inside a payload, itself included. */
function* inside(value: unknown): Generator<Any> {
  if (Array.isArray(value)) for (const each of value) yield* inside(each);
  else if (typeof value === "object" && value !== null) {
    yield any(value);
    for (const each of Object.values(value)) yield* inside(each);
  }
}

function length(what: string, text: unknown, most: number, least = 1): string[] {
  const size = String(text ?? "").length;
  if (size > most) return [`${what}: ${size} characters, at most ${most}`];
  return size < least ? [`${what}: ${size} characters, at least ${least}`] : [];
}

const count = (what: string, size: number, most: number, least = 1): string[] =>
  size > most || size < least ? [`${what}: ${size}, from ${least} to ${most}`] : [];

function twice(what: string, ids: readonly unknown[]): string[] {
  const given = ids.filter((id) => id !== undefined);
  return given.filter((id, index) => given.indexOf(id) !== index).map((id) => `${what} twice: ${String(id)}`);
}

function optionRules(options: readonly Any[]): string[] {
  return [
    ...count("options", options.length, 100),
    ...options.flatMap((option) => [
      ...length("option", textOf(option.text), 75),
      ...length("option value", option.value, 150),
    ]),
    ...twice(
      "option value",
      options.map(({ value }) => value),
    ),
  ];
}

function confirmRules(confirm: Any): string[] {
  return [
    ...length("confirm title", textOf(confirm.title), 100),
    ...length("confirm text", textOf(confirm.text), 300),
    ...length("confirm button", textOf(confirm.confirm), 30),
    ...length("deny button", textOf(confirm.deny), 30),
  ];
}

function elementRules(element: Any): string[] {
  const common = [
    ...length("action_id", element.action_id, 255),
    ...(element.placeholder ? length("placeholder", textOf(element.placeholder), 150) : []),
    ...(element.confirm ? confirmRules(any(element.confirm)) : []),
  ];
  switch (element.type) {
    case "button":
      return [
        ...common,
        ...length("button", textOf(element.text), 75),
        ...(element.value === undefined ? [] : length("button value", element.value, 2000)),
        ...(element.url === undefined ? [] : length("button url", element.url, 3000)),
      ];
    case "static_select": {
      const groups = list(element.option_groups);
      const grouped = groups.flatMap((group) => [
        ...length("option group", textOf(group.label), 75),
        ...optionRules(list(group.options)),
      ]);
      return [
        ...common,
        ...(groups.length > 0
          ? [...count("option groups", groups.length, 100), ...grouped]
          : optionRules(list(element.options))),
      ];
    }
    case "plain_text_input": {
      const most = Number(element.max_length ?? 3000);
      return [
        ...common,
        ...count("max_length", most, 3000),
        ...(element.initial_value === undefined ? [] : length("initial_value", element.initial_value, most, 0)),
      ];
    }
    case "file_input":
      return [...common, ...count("max_files", Number(element.max_files ?? 10), 10)];
    default:
      return common;
  }
}

/** Slack refuses rich text that is empty anywhere. */
function richRules(block: unknown): string[] {
  return [...inside(block)].flatMap((part) => {
    const type = String(part.type);
    if (type === "text" && part.text === "") return ["rich text: an empty text"];
    const holds = type.startsWith("rich_text");
    return holds && list(part.elements).length === 0 ? [`${type}: no elements`] : [];
  });
}

function tableRules(block: Any): string[] {
  const rows = (block.rows as unknown[][] | undefined) ?? [];
  const settings = list(block.column_settings);
  const characters = [...inside(rows)].reduce(
    (sum, part) => sum + (typeof part.text === "string" ? part.text.length : 0),
    0,
  );
  return [
    ...count("table rows", rows.length, 100),
    ...rows.flatMap((row) => count("table cells", row.length, 20)),
    ...(new Set(rows.map((row) => row.length)).size > 1 ? ["table rows differ in length"] : []),
    ...count("column_settings", settings.length, 20, 0),
    ...settings.flatMap(({ align }) => (align === undefined ? ["column_settings without align"] : [])),
    ...count("characters of a table", characters, 10_000),
    ...richRules(rows),
  ];
}

const interactive = (block: Any): Any[] =>
  [...list(block.elements), any(block.accessory), any(block.element)].filter(
    ({ type }) =>
      typeof type === "string" &&
      !["plain_text", "mrkdwn"].includes(type) &&
      !type.startsWith("rich_text") &&
      type !== "image",
  );

function blockRules(block: Any): string[] {
  const ids = [...(block.block_id === undefined ? [] : length("block_id", block.block_id, 255))];
  const elements = interactive(block).flatMap(elementRules);
  switch (block.type) {
    case "header":
      return [...ids, ...length("header", textOf(block.text), 150)];
    case "section": {
      const fields = list(block.fields);
      return [
        ...ids,
        ...elements,
        ...(block.text ? length("section", textOf(block.text), 3000) : []),
        ...(fields.length > 0 ? count("fields", fields.length, 10) : []),
        ...(fields.length === 0 && !block.text ? ["section: neither text nor fields"] : []),
        ...fields.flatMap((field) => length("field", field.text, 2000)),
      ];
    }
    case "context":
      return [
        ...ids,
        ...count("context elements", list(block.elements).length, 10),
        ...list(block.elements).flatMap((element) =>
          element.type === "image" ? [] : length("context", element.text, 3000),
        ),
      ];
    case "actions":
      return [...ids, ...count("actions", list(block.elements).length, 25), ...elements];
    case "image":
      return [...ids, ...length("alt_text", block.alt_text, 2000)];
    case "rich_text":
      return [...ids, ...richRules(block)];
    case "table":
      return [...ids, ...tableRules(block)];
    case "input":
      return [
        ...ids,
        ...elements,
        ...length("label", textOf(block.label), 2000),
        ...(block.hint ? length("hint", textOf(block.hint), 2000) : []),
      ];
    default:
      return [...ids, ...elements];
  }
}

const uniqueIds = (blocks: readonly Any[]) => [
  ...twice(
    "block_id",
    blocks.map(({ block_id }) => block_id),
  ),
  ...twice(
    "action_id",
    blocks
      .filter(({ type }) => type !== "input")
      .flatMap(interactive)
      .map(({ action_id }) => action_id),
  ),
];

/** The text that counts against `msg_blocks_too_long`, in UTF-8: all that is shown but buttons and choices. */
function shownBytes(blocks: readonly Any[]): number {
  const counted = blocks.filter(({ type }) => type !== "actions").map((block) => ({ ...block, accessory: undefined }));
  return [...inside(counted)].reduce(
    (sum, part) => sum + (typeof part.text === "string" ? Buffer.byteLength(part.text) : 0),
    0,
  );
}

const mostBytes = 10_600;

/** What Slack would refuse of a message, lengths and counts. */
export function messageRules(text: unknown, blocks: readonly unknown[]): string[] {
  const all = blocks.map(any);
  const tables = all.filter(({ type }) => type === "table").length;
  return [
    ...length("text", text, 40_000),
    ...count("blocks of a message", all.length, 50, 0),
    ...(tables > 1 ? ["only_one_table_allowed"] : []),
    ...(shownBytes(all) > mostBytes ? [`msg_blocks_too_long: ${shownBytes(all)} bytes`] : []),
    ...(all.some(({ type }) => type === "input") ? ["an input block in a message"] : []),
    ...all.flatMap(blockRules),
    ...uniqueIds(all),
  ];
}

/** What Slack would refuse of a modal, lengths and counts. */
export function modalRules(view: unknown): string[] {
  const { title, submit, close, blocks, private_metadata: metadata, callback_id: callback } = any(view);
  const all = list(blocks);
  const inputs = all.filter(({ type }) => type === "input").length;
  return [
    ...length("modal title", textOf(title), 24),
    ...(submit ? length("modal submit", textOf(submit), 24) : []),
    ...(close ? length("modal close", textOf(close), 24) : []),
    ...(inputs > 0 && !submit ? ["a modal with inputs has no submit"] : []),
    ...length("private_metadata", metadata, 3000, 0),
    ...length("callback_id", callback, 255, 0),
    ...count("blocks of a modal", all.length, 100),
    ...(all.some(({ type }) => type === "table") ? ["a table in a modal"] : []),
    ...all.flatMap(blockRules),
    ...uniqueIds(all),
  ];
}
