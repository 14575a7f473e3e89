// Runs a Fairline draw again: node verify-draw.mjs draw-12.json [the hash that was posted at close] — needs only Node.
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

const [file, posted] = process.argv.slice(2);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const bytes = (hex) => Buffer.from(hex, "hex");
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

// 2. The randomness is what the manifest was made for. (A drand signature: see https://api.drand.sh for the round, or
//    use `fairline verify draw`, which checks it against the pinned key.)
if (told.is !== source.is) fail("the randomness is of another source");
if (told.is === "drand" && told.round !== source.round) fail("the randomness is of another round");
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
const lines = [
  `HOLDS: ${entrants.length} entrants, ${box.length} tickets, manifest ${hash}`,
  `Winners: ${won.join(" ")}`,
  `Alternates: ${next.join(" ") || "-"}`,
  ...(told.is === "drand" ? ["The signature of the drand round was not checked here."] : []),
];
process.stdout.write(`${lines.join("\n")}\n`);
