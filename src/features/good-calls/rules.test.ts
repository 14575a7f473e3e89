import { describe, expect, test } from "vitest";
import { goodCallsConfig, recordingAddress } from "./rules.ts";

describe("where recordings are", () => {
  const contact = { source: "a b", sourceId: "x/1?&", startedAt: new Date(0), queue: "", project: "", handleS: 1 };

  test.each([
    ["https://rec.example/{source}/{id}", "https://rec.example/a%20b/x%2F1%3F%26"],
    [
      "https://rec.example/?id={id}&s={source}&again={id}",
      "https://rec.example/?id=x%2F1%3F%26&s=a%20b&again=x%2F1%3F%26",
    ],
    ["https://rec.example:8443/calls/{id}.wav", "https://rec.example:8443/calls/x%2F1%3F%26.wav"],
  ])("%s", (recordingUrl, address) => {
    expect(goodCallsConfig.parse({ recordingUrl }).recordingUrl).toBe(recordingUrl);
    expect(recordingAddress({ recordingUrl }, contact)).toBe(address);
  });

  test.each([
    "http://rec.example/{id}",
    "javascript:alert(1)//{id}",
    "https://rec.example/",
    "https://{id}.example/",
    "https://rec.example{id}",
    "https://user@rec.example/{id}",
    "https://rec.example\\/{id}",
    "https://rec.example/{id}/{agent}",
    "https://rec.example/录音/{id}",
    "https://rec.example/ {id}",
    "https://:0x/{id}",
  ])("%s is refused", (recordingUrl) => expect(goodCallsConfig.safeParse({ recordingUrl }).success).toBe(false));

  test("a contact whose name climbs out of the address has none, and so has a site that says none", () => {
    const recordingUrl = "https://rec.example/{source}/{id}";
    for (const dots of [".", ".."]) {
      expect(recordingAddress({ recordingUrl }, { ...contact, sourceId: dots })).toBeUndefined();
      expect(recordingAddress({ recordingUrl }, { ...contact, source: dots })).toBeUndefined();
    }
    expect(recordingAddress({}, contact)).toBeUndefined();
  });
});

test("a site that sets nothing has usual rules, and a misspelt rule is refused", () => {
  expect(goodCallsConfig.parse({})).toEqual({
    votingDays: 3,
    votesNeeded: 3,
    shareNeeded: 60,
    consentDays: 5,
    linkMinutes: 15,
    mostPerMonth: 5,
  });
  expect(goodCallsConfig.safeParse({ voteNeeded: 3 }).success).toBe(false);
});
