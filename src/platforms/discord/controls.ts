import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Block, Button, View } from "../../chat/view.ts";
import { oneLine } from "./escape.ts";
import { asking, copyOf } from "./ids.ts";
import { vendor } from "./limits.ts";
import { webAddress } from "./spans.ts";

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type Menu = Extract<Block, { is: "menu" }>;
/** Gives each id of a message once, later uses of it in another form. */
type Unique = (id: string) => string;

const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;
const label = (text: string) => oneLine(text).trim() || "…";

function unique(): Unique {
  const used = new Map<string, number>();
  return (id) => {
    const nth = used.get(id) ?? 0;
    used.set(id, nth + 1);
    const own = nth === 0 ? id : copyOf(id, nth);
    if (own.length > vendor.idLength) throw new RangeError(`too long for a Discord id: ${own}`);
    return own;
  };
}

function buttonOf(button: Button, own: Unique): APIButtonComponent {
  if ("url" in button) {
    const url = webAddress(button.url);
    if (url === undefined) throw new RangeError(`not a web address: ${button.url}`);
    return { type: ComponentType.Button, style: ButtonStyle.Link, label: label(button.label), url };
  }
  const id = button.confirm === undefined ? button.action : asking(button.action);
  const style = button.style === undefined ? ButtonStyle.Secondary : styles[button.style];
  return { type: ComponentType.Button, style, label: label(button.label), custom_id: own(id) };
}

function menuOf({ label: shown, action, options }: Menu, own: Unique): APIStringSelectComponent {
  const byValue = new Map(options.map((option) => [option.value, label(option.label)]));
  const long = options.find(({ value }) => value.length > vendor.idLength);
  if (long) throw new RangeError(`too long for the value of a Discord option: ${long.value}`);
  return {
    type: ComponentType.StringSelect,
    custom_id: own(action),
    placeholder: label(shown),
    options: [...byValue].map(([value, text]) => ({ value, label: text })),
  };
}

const rowOf = (components: APIComponentInMessageActionRow[]): Row => ({ type: ComponentType.ActionRow, components });

function inRows<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / vendor.buttonsInRow);
  return Array.from({ length: count }, (_, i) => items.slice(i * vendor.buttonsInRow, (i + 1) * vendor.buttonsInRow));
}

/** The rows of buttons and menus below a message: each block has its own while they are few enough, else they share. */
export function rowsOf(view: View): Row[] {
  const own = unique();
  const controls = view.blocks.filter((block) => block.is === "buttons" || block.is === "menu");
  const apart = controls.flatMap((block): (readonly Button[] | Menu)[] =>
    block.is === "menu" ? [block] : inRows(block.buttons),
  );
  const menus = controls.filter((block) => block.is === "menu");
  const shared = [...inRows(controls.flatMap((block) => (block.is === "buttons" ? block.buttons : []))), ...menus];
  return (apart.length <= vendor.rows ? apart : shared).map((row) =>
    "is" in row ? rowOf([menuOf(row, own)]) : rowOf(row.map((button) => buttonOf(button, own))),
  );
}
