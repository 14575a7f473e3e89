// A bare client in a loop: the same messages, as many under way at once, and nothing written down.
import { REST, Routes } from "discord.js";
import { render } from "../platforms/discord/render.ts";
import { channelOf, message, people } from "./deliveries-house.ts";

/** As many as one worker has under way: three lots of two hundred. */
const underWay = 600;

const { DISCORD_API_URL = "" } = process.env;
const rest = new REST({ api: DISCORD_API_URL, globalRequestsPerSecond: Number.POSITIVE_INFINITY }).setToken("bench");
const bodies = Array.from({ length: people }, (_, person) => {
  const { embeds, components } = render(message(person), new Map());
  const mentions = { parse: [], users: [], replied_user: false };
  return {
    embeds,
    components,
    attachments: [],
    allowed_mentions: mentions,
    nonce: String(person),
    enforce_nonce: true,
  };
});

process.on("message", async () => {
  const left = bodies.entries();
  await Promise.all(
    Array.from({ length: underWay }, async () => {
      for (const [person, body] of left) await rest.post(Routes.channelMessages(channelOf(person)), { body });
    }),
  );

  process.send?.(people);
});
process.send?.("ready");
