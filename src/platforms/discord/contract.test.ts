import { platformContract } from "../../testing/contracts/platform.ts";
import { discordPeer } from "../../testing/peers/discord.ts";

platformContract("discord", discordPeer, { knowsKeys: true, isElsewhere: true, hasThreads: true });
