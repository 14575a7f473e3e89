import { platformContract } from "../../testing/contracts/platform.ts";
import { slackPeer } from "../../testing/peers/slack.ts";

platformContract("slack (socket mode)", () => slackPeer({ mode: "socket" }));
platformContract("slack (HTTP)", () => slackPeer({ mode: "http" }));
