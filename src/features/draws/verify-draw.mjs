// Runs a Fairline draw again: node verify-draw.mjs draw-12.json [the hash that was posted at close] — needs only Node.
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

const [file, posted] = process.argv.slice(2);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const bytes = (hex) => Buffer.from(String(hex), "hex");
const fail = (why) => {
  process.stderr.write(`DOES NOT HOLD: ${why}\n`);
  process.exit(1);
};

const { manifest: text, manifestHash, randomness: told, result } = JSON.parse(readFileSync(file, "utf8"));
const { draw, entrants, nonces, source, winners, alternates } = JSON.parse(text);

// 1. The entrants and tickets are those whose hash was posted before there was any randomness.
const hash = sha256(text).toString("hex");
if (hash !== manifestHash) fail("the manifest is not that of its hash");
if (posted && hash !== posted.toLowerCase()) fail("the manifest is not the one whose hash was posted");

// 2. The randomness is what the manifest was made for. (Node cannot check the signature of a drand round; `fairline verify
//    draw` does, by the pinned key.)
if (told.is !== source.is) fail("the randomness is of another source");
if (told.is === "drand" && told.round !== source.round) fail("the randomness is of another round");
if (told.is === "drand" && !/^[\da-f]{96}$/.test(told.signature)) fail("that is no signature of a drand round");
if (told.is === "public" && !(/^\d+$/.test(told.number) && told.number.length === source.digits)) fail("other digits");
if (told.is === "commit-reveal" && sha256(bytes(told.seed)).toString("hex") !== source.commitment) fail("another seed");
if (told.is === "commit-reveal" && nonces.length === 0) fail("nobody has added a number");
const randomness = {
  "commit-reveal": () => sha256(bytes(told.seed), ...nonces.map(({ nonce }) => sha256(nonce))),
  drand: () => sha256(bytes(told.signature)),
  public: () => sha256(told.number),
}[told.is]();

// 3. One box with every ticket, shuffled (Fisher–Yates) by numbers from HMAC-SHA256(key, 0), HMAC-SHA256(key, 1), …
const key = createHmac("sha256", randomness).update(draw).update(bytes(hash)).digest();
let [words, count] = [[], 0n];
const below = (n) => {
  for (;;) {
    if (words.length === 0) {
      const counter = Buffer.alloc(8);
      counter.writeBigUInt64BE(count++);
      const block = createHmac("sha256", key).update(counter).digest();
      words = Array.from({ length: 8 }, (_, i) => block.readUInt32BE(i * 4));
    }
    const word = words.shift();
    if (word < 2 ** 32 - (2 ** 32 % n)) return word % n; // else some numbers would come more often
  }
};
const box = entrants.flatMap(({ id, tickets }) => Array(tickets).fill(id));
const drawn = new Set();
for (let i = 0; i < box.length && drawn.size < Math.min(entrants.length, winners + alternates); i++) {
  const j = i + below(box.length - i);
  [box[i], box[j]] = [box[j], box[i]];
  drawn.add(box[i]);
}

// 4. The same people came out, in the same order.
const [won, next] = [[...drawn].slice(0, winners), [...drawn].slice(winners)];
if (JSON.stringify([won, next]) !== JSON.stringify([result.winners, result.alternates]))
  fail("the draw comes to others");

// 5. What the file cannot prove by itself, and where to look it up.
const quicknet = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
const look = `https://api.drand.sh/${quicknet}/public/${told.round}`;
const ifs = [
  ...(told.is === "drand" ? [`round ${told.round}'s signature is ${told.signature} - see ${look}`] : []),
  ...(told.is === "public" ? [`the number made public first is ${told.number} - see ${source.what}`] : []),
  ...(posted ? [] : [`the hash posted when the draw closed is ${hash} - see the channel`]),
];
const lines = [
  ["HOLDS", ...ifs].join(", IF "),
  `${entrants.length} entrants, ${box.length} tickets, manifest ${hash}`,
  `Winners: ${won.join(" ")}`,
  `Alternates: ${next.join(" ") || "-"}`,
];
process.stdout.write(`${lines.join("\n")}\n`);
