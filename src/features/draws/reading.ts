import { readFile } from "node:fs/promises";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { PersonId } from "../people/index.ts";
import type { DeskDeps, DrawRefusal, Who } from "./card.ts";
import type { Desk } from "./desk.ts";
import type { Draw, Prize } from "./domain.ts";
import type { Chance } from "./eligibility.ts";
import { hashOf, type Line, type Manifest, pseudonym } from "./manifest.ts";
import { drawFrom, type Proof, verifyProof } from "./proof.ts";

/** The files by which anybody runs a draw again. */
export type ProofFiles = { readonly proof: Proof; readonly text: string; readonly script: Uint8Array };

/** Somebody's own line in a manifest, or why they have none. */
export type OwnLine = { readonly draw: Draw } & ({ readonly line: Line } | { readonly chance: Chance });

/** What `/draw verify` says of a draw. */
export type Verification = {
  readonly draw: Draw;
  /** The canonical text of the manifest, once there is one, and whether it is that of the posted hash. */
  readonly manifest?: string;
  readonly isPosted: boolean;
  readonly files?: ProofFiles;
  /** Whether the house's own check of the proof against the posted hash holds. */
  readonly holds: boolean;
};

/** Reading what a draw stands on: manifests, pseudonyms and proofs. */
export function reading({ store, eligible, clockwork }: DeskDeps, { find }: Pick<Desk, "find">) {
  let script: Promise<Uint8Array> | undefined;
  const verifier = (): Promise<Uint8Array> => {
    script ??= readFile(new URL("./verify-draw.mjs", import.meta.url)).then((read) => new Uint8Array(read));
    return script;
  };

  /** Everything by which a draw that was drawn can be run again. */
  async function filesOf(draw: Draw): Promise<ProofFiles | undefined> {
    const manifest = draw.revealed && (await store.manifestOf(draw.id));
    if (draw.revealed === undefined || manifest === undefined) return undefined;
    const made = drawFrom(manifest, draw.revealed);
    if (!made.ok) throw new Error(`draw ${draw.number} cannot be run again: ${made.refusal.why}`);
    return { proof: made.value, text: JSON.stringify(made.value, null, 2), script: await verifier() };
  }

  return {
    filesOf,
    manifestOf: (draw: Draw) => store.manifestOf(draw.id),
    chanceOf: eligible.chanceOf,

    /** The pseudonyms of those in a result. */
    async pseudonymsOf({ id }: Draw, prizes: readonly Prize[]): Promise<ReadonlyMap<PersonId, string>> {
      if (prizes.length === 0) return new Map();
      const { salt } = await store.secretOf(id);
      return new Map(prizes.map(({ person }) => [person, pseudonym(salt, person)]));
    },

    /** Everybody of a manifest with their line. */
    async linesOf(draw: Draw): Promise<ReadonlyMap<PersonId, Line>> {
      const [text, names] = await Promise.all([store.manifestOf(draw.id), clockwork.namesOf(draw)]);
      if (text === undefined) return new Map();
      const { entrants } = JSON.parse(text) as Manifest;
      return new Map(
        entrants.flatMap((line) => {
          const person = names.get(line.id);
          return person === undefined ? [] : [[person, line] as const];
        }),
      );
    },

    async lineOf(who: Who, id: string, at: Date): Promise<Outcome<OwnLine, DrawRefusal>> {
      const found = await find(who, id);
      if (!found.ok) return found;
      const draw = found.value;
      const [text, { salt }] = await Promise.all([store.manifestOf(id), store.secretOf(id)]);
      if (text === undefined) return refuse({ why: "not-now", state: draw.state });
      const own = pseudonym(salt, who.person);
      const line = (JSON.parse(text) as Manifest).entrants.find((one) => one.id === own);
      if (line !== undefined) return done({ draw, line });
      return done({ draw, chance: await eligible.chanceOf(draw, who.person, at) });
    },

    /** What can be checked of a draw by now. */
    async verify(draw: Draw): Promise<Verification> {
      const [manifest, files] = await Promise.all([store.manifestOf(draw.id), filesOf(draw)]);
      const posted = draw.closed?.manifestHash;
      return {
        draw,
        isPosted: manifest !== undefined && hashOf(manifest) === posted,
        holds: files !== undefined && posted !== undefined && verifyProof(files.text, posted).ok,
        ...(manifest === undefined ? {} : { manifest }),
        ...(files === undefined ? {} : { files }),
      };
    },
  };
}
export type Reading = ReturnType<typeof reading>;
