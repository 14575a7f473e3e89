import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { flagsOf } from "./about.ts";
import { guildJson, userJson } from "./json.ts";
import type { World } from "./world.ts";

const frame = z.object({ op: z.int(), d: z.unknown() });
const identify = z.object({ token: z.string(), intents: z.int() });

/** Guilds, guild messages and direct messages: the intents that need no approval and that Fairline asks for. */
export const leastIntents = (1 << 0) | (1 << 9) | (1 << 12);

export type Gateway = {
  /** Delivers an event to every session that is identified. */
  dispatch(type: string, data: unknown): void;
  /** Sessions that are open now. */
  sessions(): number;
  close(): void;
};

/** The gateway's side of the conversation: hello, identify, ready, heartbeats, dispatches, resume. */
export function gateway(server: Server, of: World, url: () => string, allowed: () => number): Gateway {
  const sockets = new WebSocketServer({ server });
  const identified = new Set<WebSocket>();
  let sequence = 0;

  const send = (to: WebSocket, op: number, d: unknown, t: string | null = null) =>
    to.send(JSON.stringify({ op, d, t, s: t === null ? null : ++sequence }));

  function welcome(socket: WebSocket): void {
    identified.add(socket);
    const session = {
      v: 10,
      user: userJson(of.bot),
      guilds: [{ id: of.guild, unavailable: true }],
      session_id: "session",
      session_type: "normal",
      resume_gateway_url: url(),
      application: { id: of.application, flags: flagsOf(of) },
      shard: [0, 1],
    };
    send(socket, 0, session, "READY");
    send(socket, 0, guildJson(of), "GUILD_CREATE");
  }

  function hear(socket: WebSocket, text: string): void {
    const { op, d } = frame.parse(JSON.parse(text));
    if (op === 1) send(socket, 11, null);
    if (op === 6) {
      identified.add(socket);
      send(socket, 0, {}, "RESUMED");
    }
    if (op !== 2) return;
    const { token, intents } = identify.parse(d);
    const contents = of.readsContents ? 1 << 15 : 0;
    if (token !== of.token) socket.close(4004, "Authentication failed.");
    else if ((intents & ~(allowed() | contents)) !== 0) socket.close(4014, "Disallowed intent(s).");
    else {
      if (intents !== (leastIntents | contents)) of.violations.push(`intents beyond the least: ${intents}`);
      welcome(socket);
    }
  }

  sockets.on("connection", (socket) => {
    socket.on("message", (data) => hear(socket, String(data)));
    socket.on("close", () => identified.delete(socket));
    send(socket, 10, { heartbeat_interval: 45_000 });
  });

  return {
    dispatch(type, data) {
      for (const socket of identified) send(socket, 0, data, type);
    },
    sessions: () => sockets.clients.size,
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
