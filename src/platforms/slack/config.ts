import type { Environment, Setup } from "../module.ts";

/** How events arrive: over a WebSocket that we open, or as signed requests to our port. */
export type SlackMode =
  | { readonly is: "socket"; readonly appToken: string }
  | { readonly is: "http"; readonly signingSecret: string };

export type SlackConfig = {
  readonly botToken: string;
  readonly mode: SlackMode;
  /** Where the Web API is, when it is not Slack's own. */
  readonly apiUrl?: string;
  /** Goes before every command name but the root's; may be empty. */
  readonly prefix: string;
  /** How long one request to the Web API may take, when it is not the usual ten seconds. */
  readonly timeoutMs?: number;
};

const credentials = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"] as const;

function shapeProblems(env: Environment): string[] {
  const value = (name: string) => env[name]?.trim() ?? "";
  const wrong = (name: string, fits: RegExp, hint: string) =>
    value(name) !== "" && !fits.test(value(name)) ? [`${name} ${hint}`] : [];
  return [
    ...wrong(
      "SLACK_BOT_TOKEN",
      /^xoxb-\S+$/,
      "should begin with xoxb-: it is the Bot User OAuth Token on the app's page “OAuth & Permissions”.",
    ),
    ...wrong(
      "SLACK_APP_TOKEN",
      /^xapp-\S+$/,
      "should begin with xapp-: it is an App-Level Token with the scope connections:write, on the page “Basic Information”.",
    ),
    ...wrong(
      "SLACK_SIGNING_SECRET",
      /^(?!xox|xapp)\S{8,}$/,
      "does not look like a signing secret: it is the one called “Signing Secret” on the page “Basic Information”.",
    ),
    ...wrong(
      "SLACK_COMMAND_PREFIX",
      /^[a-z0-9_-]{1,10}$/,
      "should be 1 to 10 of the characters a–z, 0–9, - and _, for example fl-",
    ),
    ...(value("SLACK_API_URL") !== "" && !/^https?:$/.test(URL.parse(value("SLACK_API_URL"))?.protocol ?? "")
      ? ["SLACK_API_URL should be an http or https address, for example https://slack.com/api/"]
      : []),
  ];
}

/** What is left out: every missing variable is named, with both ways of receiving events. */
function missingProblem(has: (name: string) => boolean): string | undefined {
  const channel = has("SLACK_APP_TOKEN") || has("SLACK_SIGNING_SECRET");
  if (has("SLACK_BOT_TOKEN") && channel) return undefined;
  const ways = "SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP requests)";
  const missing = [...(has("SLACK_BOT_TOKEN") ? [] : ["SLACK_BOT_TOKEN"]), ...(channel ? [] : [ways])];
  const given = credentials.filter(has);
  return `Slack is half set up: ${given.join(" and ")} ${given.length > 1 ? "are" : "is"} set, but not ${missing.join(", nor ")}.`;
}

/** Reads the `SLACK_*` variables; without any credential the platform is off. With both ways given, Socket Mode wins. */
export function setup(env: Environment): Setup<SlackConfig> {
  const value = (name: string) => env[name]?.trim() ?? "";
  const has = (name: string) => value(name) !== "";
  if (!credentials.some(has)) return { is: "off" };
  const missing = missingProblem(has);
  const problems = [...(missing ? [missing] : []), ...shapeProblems(env)];
  if (problems.length > 0) return { is: "wrong", problems };
  const mode: SlackMode = has("SLACK_APP_TOKEN")
    ? { is: "socket", appToken: value("SLACK_APP_TOKEN") }
    : { is: "http", signingSecret: value("SLACK_SIGNING_SECRET") };
  const apiUrl = has("SLACK_API_URL") ? { apiUrl: value("SLACK_API_URL") } : {};
  return {
    is: "on",
    config: { botToken: value("SLACK_BOT_TOKEN"), mode, prefix: value("SLACK_COMMAND_PREFIX"), ...apiUrl },
  };
}
