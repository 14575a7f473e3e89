import { spawn } from "node:child_process";
import { constants, type FileHandle, open, readFile } from "node:fs/promises";
import { z } from "zod";
import { cannotStart } from "../../kernel/cannot-start.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";

const holder = z.object({ pid: z.number(), address: z.string().optional() });

/** Who holds a data folder, and where they answer, as far as they have said. */
export type Holder = z.infer<typeof holder>;

export type Lock = {
  /** Tells whoever comes next who is here. */
  note(holder: Holder): Promise<void>;
  release(): Promise<void>;
};

/** Flags of macOS and BSD that lock a file as it is opened; Node names neither. */
const lockedOnOpen = 0x20 | constants.O_NONBLOCK;

/**
 * Asks the `flock` command to lock an open file. The lock belongs to the opening, which is ours too: it stays when the
 * command ends, and the system takes it back when we end, however we end.
 */
function flock(fd: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn("flock", ["-n", "3"], { stdio: ["ignore", "ignore", "ignore", fd] });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0 || code === 1) resolve(code === 0);
      else reject(new Error(`flock ended with ${code}`));
    });
  });
}

async function openLocked(file: string): Promise<FileHandle | undefined> {
  const flags = constants.O_RDWR | constants.O_CREAT;
  if (process.platform !== "linux") {
    return open(file, flags | lockedOnOpen, 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EAGAIN") return undefined;
      throw error;
    });
  }
  const opened = await open(file, flags, 0o600);
  try {
    if (await flock(opened.fd)) return opened;
  } catch (cause) {
    await opened.close();
    const words = "The data folder could not be locked with the flock command (package util-linux).";
    throw cannotStart(`${words} Install it, move FAIRLINE_DATA to a local disk, or set DATABASE_URL.`, cause);
  }
  await opened.close();
  return undefined;
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return holder.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** Takes the one right to a data folder, or says who has it. It ends with this process at the latest. */
export async function takeLock(file: string): Promise<Outcome<Lock, { readonly holder: Holder | undefined }>> {
  const opened = await openLocked(file);
  if (opened === undefined) return refuse({ holder: await readHolder(file) });
  async function note(who: Holder): Promise<void> {
    await opened?.truncate();
    await opened?.write(`${JSON.stringify(who)}\n`, 0);
  }
  try {
    await note({ pid: process.pid });
  } catch (error) {
    await opened.close();
    throw error;
  }
  return done({ note, release: () => opened.close() });
}
