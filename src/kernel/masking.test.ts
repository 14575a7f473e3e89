import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namesOf, withoutNames, withoutNumbers } from "./masking.ts";

describe("numbers of customers are taken out of a text", () => {
  test.each([
    ["a card 4111 1111 1111 1111 was read", "a card ••• was read"],
    ["Mastercard 5555-5555-5555-4444, Amex 3782 822463 10005", "Mastercard •••, Amex •••"],
    ["new Mastercard 2223003122003222", "new Mastercard •••"],
    ["银联卡6212345678901232尾号", "银联卡•••尾号"],
    ["卡号6222 0212 3456 7890 128", "卡号•••"],
    ["卡４１１１１１１１１１１１１１１１", "卡•••"],
    ["call 13800138000 back", "call ••• back"],
    ["call 138-0013-8000。", "call •••。"],
    ["手机138 0013 8000或+86 139 1234 5678", "手机•••或•••"],
    ["电话１３８００１３８０００，谢谢", "电话•••，谢谢"],
    ["座机021-62345678，热线400-820-8820", "座机•••，热线•••"],
    ["+44 (020) 7946 0958!", "•••!"],
    ["ring 020 7946 0958 or 07911 123456", "ring ••• or •••"],
    ["(212) 736-5000, tel. 212.736.5000", "•••, tel. •••"],
    ["身份证11010519491231002X", "身份证•••"],
    ["ID 110105 19491231 002x.", "ID •••."],
    ["旧证110105491231002", "旧证•••"],
    ["GB82 WEST 1234 5698 7654 32 is theirs", "••• is theirs"],
    ["IBAN: DE89370400440532013000", "IBAN: •••"],
    ["SSN 078-05-1121, ssn: 078051121", "SSN •••, ssn: •••"],
    ["13800138000 and 13900139000", "••• and •••"],
    ["4111 1111 1111 1111 12/27", "••• 12/27"],
    ["card 4111 1111 1111 1111 123", "card ••• 123"],
    ["2 4111 1111 1111 1111", "2 •••"],
    ["4111-1111-1111-1111-737", "•••-737"],
    ["4111  1111  1111  1111", "•••"],
    ["4111,1111,1111,1111 or 4111_1111_1111_1111", "••• or •••"],
    ["卡号 4111 1111 1111 1111 12/27 安全码123", "卡号 ••• 12/27 安全码123"],
    ["mobile 07911123456, or 07911123456", "mobile •••, or •••"],
    ["please call 2125551234", "please call •••"],
    ["SSN 078–05–1121 and 078-05-1121", "SSN ••• and •••"],
  ])("%j → %j", (text, masked) => expect(withoutNumbers(text)).toBe(masked));

  test.each([
    "order 2026112300481",
    "order 10023344, ticket 4155550132",
    "单号SF1234567890123，工号1001",
    "订单号20261123004815",
    "case 4111111111111112",
    "WO-7782-1190-3345-0021",
    "ref 9876543210987654321098",
    "twice on 2026-11-23 10:30, at 3:20",
    "version 10.15.7, build 24G231",
    "ab12cd34ef56gh78ij90",
    "13-11-2026 to 24-11-2026",
    "000-12-3456 and 12-345-6789",
    "100 customers, 1,250,000 calls",
    "interaction C-000123456",
    "IP 192.168.100.200",
    "version 10.0.19041.1234",
    "scores 88 92 79 85 90",
    "AHT 2024 2025 2026",
    "合同编号 2024-0101-0001",
    "order 123-456-7890",
    "order #415-555-2671",
    "part 123-45-6789",
    "order 260309123456782",
    "no digits",
    "",
  ])("%j stays", (text) => expect(withoutNumbers(text)).toBe(text));

  test("of ten thousand order numbers in a row at most one in ten is hidden, of fourteen digits that begin with a day none", () => {
    const orders = Array.from({ length: 10_000 }, (_, index) => `${20261123000000 + index}`);
    expect(orders.filter((order) => withoutNumbers(`order ${order}`) !== `order ${order}`)).toEqual([]);
    const cards = Array.from({ length: 1000 }, (_, index) => `${4000123412340000 + index}`);
    expect(cards.filter((order) => withoutNumbers(order) !== order).length).toBeLessThanOrEqual(100);
  });

  test("in any text what is left is as it was, and nothing is found twice", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom("4111111111111111", "13800138000", "电话", " "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = withoutNumbers(pieces.join(""));
        expect(withoutNumbers(once)).toBe(once);
      }),
    );
  });
});

describe("names are taken out of a text", () => {
  const ana = namesOf({ name: "Ana Diaz" });
  const ming = namesOf({ name: "王小明" });
  test.each([
    [ana, "Ana Diaz was calm", "••• was calm"],
    [ana, "well done ana!", "well done •••!"],
    [ana, "Ms DIAZ's patience", "Ms •••'s patience"],
    [ana, "由Ana接听", "由•••接听"],
    [["1001"], "工号1001的来电，订单21001", "工号•••的来电，订单21001"],
    [ana, "a banana and analysis", "a banana and analysis"],
    [ming, "王小明很耐心，小明做得好", "•••很耐心，•••做得好"],
    [ming, "王先生很满意", "王先生很满意"],
    [["a.b", ""], "a.b is not acb", "••• is not acb"],
    [[], "Ana", "Ana"],
  ])("%j: %j → %j", (names, text, masked) => expect(withoutNames(text, names)).toBe(masked));
});
