import type { IncomingMessage } from "node:http";

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const ownName = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Whether a request was made on this machine: by its address, under the machine's own name (any other may be a foreign
 * page's name that was pointed here), and not handed on by a proxy that speaks for somebody else.
 */
export function isFromHere({ socket, headers }: IncomingMessage): boolean {
  const isHandedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => headers[name] !== undefined);
  return loopback.test(socket.remoteAddress ?? "") && ownName.test(headers.host ?? "") && !isHandedOn;
}
