import { expect, test, vi } from "vitest";
import { mailbox } from "../../testing/mailbox.ts";
import { aNotice, greeting, noticeHouse } from "../../testing/notice-house.ts";
import { restartableDatabase } from "../../testing/restartable-database.ts";

test("a database that dies and comes back in mid fan-out: everybody has one message, and the ledger says so", async () => {
  const server = await restartableDatabase();
  const house = await noticeHouse(server);
  try {
    const people = 300;
    const id = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`;
    await house.database.pool.query(
      `INSERT INTO person (id, site_id, employee_no, name, roles)
       SELECT ('00000000-0000-4000-9000-' || lpad(i::text, 12, '0'))::uuid, 'leeds', 'x' || i, 'Agent ' || i, '{agent}'
       FROM generate_series(1, $1) i`,
      [people],
    );
    const { kind } = greeting();
    const everybody = Array.from({ length: people }, (_, index) => ({
      to: { is: "person" as const, id: id(index + 1) },
    }));
    const mail = mailbox();
    let restarting: Promise<void> | undefined;
    mail.faults.next = (call) => {
      if (call === "post" && mail.letters.length === 120) restarting ??= server.restart(300);
      return undefined;
    };
    let aheadMs = 0;
    const clock = () => new Date(house.time.now.getTime() + aheadMs);
    const worker = house.worker(mail, [{ ...kind, recipients: async () => everybody }], { clock });
    await worker.announce(aNotice());
    await worker.sweep();
    expect(restarting).toBeDefined();
    await restarting;
    await vi.waitFor(
      async () => {
        aheadMs += 61_000;
        await worker.sweep();
        expect(await house.book().counts(new Date(0))).toEqual(new Map([["sent", people]]));
      },
      { timeout: 30_000, interval: 100 },
    );
    expect(mail.letters.map(({ place }) => place).sort()).toEqual(everybody.map(({ to }) => to.id).sort());
  } finally {
    await house.close();
  }
}, 60_000);
