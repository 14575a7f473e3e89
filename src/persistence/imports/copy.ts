import { once } from "node:events";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Streams lines into a table by COPY; the server works on what was sent while more is read. */
export function copyLines(client: PoolClient, into: string) {
  const copy = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  let lines = "";
  let failure: Error | undefined;
  const failed = once(copy, "error").then(([error]: Error[]) => {
    failure = error;
  });
  return {
    add(line: string): void {
      lines += line;
    },
    async flush(): Promise<void> {
      if (failure !== undefined) throw failure;
      if (lines === "") return;
      const isRoom = copy.write(lines);
      lines = "";
      if (!isRoom) await Promise.race([once(copy, "drain").catch(() => undefined), failed]);
      if (failure !== undefined) throw failure;
    },
    async end(): Promise<void> {
      if (failure !== undefined) throw failure;
      copy.end(lines);
      await once(copy, "finish");
    },
  };
}
