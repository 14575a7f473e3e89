const most = 50;

/** The words of a line, quoted stretches as one; a space at the end begins another. */
function tokensOf(rest) {
  const tokens = rest.match(/"[^"]*"?|\S+/g) ?? [];
  return rest === "" || /\s$/.test(rest) ? [...tokens, ""] : tokens;
}

const bare = (token) => token.replaceAll('"', "");
const quoted = (value) => (/\s/.test(value) ? `"${value}"` : value);

/** What may stand for a parameter: its choices, or people's names. */
function valuesOf({ kind }, people) {
  if (kind.is === "choice") return kind.options.map(({ value, label }) => ({ value, label }));
  if (kind.is === "person") return people.map(({ name }) => ({ value: name, label: "" }));
  return [];
}

/** The parameter that is being typed, and what is typed of it. */
function paramAt(command, rest) {
  const tokens = tokensOf(rest);
  const partial = tokens.at(-1) ?? "";
  const [, name, value] = /^([^\s:=]+)[:=](.*)$/.exec(partial) ?? [];
  const named = command.params.find((param) => param.name === name);
  if (named) return { param: named, typed: bare(value), lead: `${name}:`, at: rest.length - partial.length };
  const before = tokens.slice(0, -1).filter((token) => !/^[^\s:=]+[:=]/.test(token)).length;
  return { param: command.params[before], typed: bare(partial), lead: "", at: rest.length - partial.length };
}

function completeParam(line, command, people) {
  const start = command.name.length + 2;
  const { param, typed, lead, at } = paramAt(command, line.slice(start));
  if (param === undefined) return { command, items: [] };
  const wanted = typed.toLowerCase();
  const items = valuesOf(param, people)
    .filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(wanted))
    .slice(0, most)
    .map(({ value, label }) => ({
      line: `${line.slice(0, start + at)}${lead}${quoted(value)} `,
      label: value,
      detail: label === value ? "" : label,
    }));
  return { command, param, items: items.some(({ label }) => label === typed) ? [] : items };
}

/**
 * What could follow a line that begins a command: the commands that fit, or the values of the parameter at its end.
 * @returns {{ items: { line: string, label: string, rest?: string, detail: string }[], command?: any, param?: any, first?: boolean }}
 */
export function complete(typed, commands, people) {
  const line = typed.replace(/^／/, "/");
  if (!line.startsWith("/") || line.includes("\n")) return { items: [] };
  const body = line.slice(1).toLowerCase();
  const given = commands
    .filter(({ name }) => body.startsWith(`${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (given) return completeParam(line, given, people);
  const rank = ({ name, summary }) =>
    name.startsWith(body) ? 0 : name.includes(body) ? 1 : summary.toLowerCase().includes(body) ? 2 : 3;
  const items = commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((found) => found.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.command.name.localeCompare(b.command.name))
    .slice(0, most)
    .map(({ command: { name, usage, summary } }) => ({
      line: `/${name} `,
      label: `/${name}`,
      rest: usage.slice(name.length),
      detail: summary,
    }));
  return { items, first: true };
}
