import { platformContract } from "../../testing/contracts/platform.ts";
import { slackPeer } from "../../testing/peers/slack.ts";

// Slack knows a message's key only when it is looked for.
const vendor = { knowsKeys: false, isElsewhere: true, hasThreads: true };
platformContract("slack (socket mode)", () => slackPeer({ mode: "socket" }), vendor);
platformContract("slack (HTTP)", () => slackPeer({ mode: "http" }), vendor);
