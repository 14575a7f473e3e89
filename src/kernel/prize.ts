/** A gift whose words look like a score's, and are not. */
const harmless = [
  /\b(loyalty|reward|bonus|gift|shopping|air|card|membership|meeting|drop-off|pick-?up) points?\b/g,
  /\blate[ -](check-?out|night|show|screening|shift|opening)s?\b/g,
  /\bscores? of\b|\b(music|film|piano|orchestral|sheet) scores?\b/g,
  /免费|免税|免单|免邮|免运费|免排队|避免|免疫/g,
];

const forgiving =
  /\b(waiv|forgiv|forgav|eras|cancel|delet|remov|expung|wip(e|ing)|clear|drop|void|nullif|annul|offset|pardon|exempt|excus|ignor|disregard|overlook|revers|revok|undo|skip|amnest|immun|reset|strik|struck|write[- ]?off|written off|wrote off|buy back|buys back|make up for|makes up for|raise|boost|increas|bump)\w*|\badd(s|ed|ing)?\b|不计|不算|不扣|不记|不罚|免|抵|取消|消除|消掉|清除|清零|抹|删|撤销|撤消|赦|忽略|勾销|返还|补回|恢复|加分|加\s*\d+\s*分/g;
const scored =
  /\b(scores?|scored|points?|evaluations?|deductions?|deducted|absences?|absent|late|lateness|late arrivals?|tardy|tardiness|warnings?|penalt(y|ies)|demerits?|ratings?|kpis?|qa marks?|marks?|infractions?|violations?|complaints?|no-shows?|early leaves?)\b|扣分|分数|得分|成绩|绩效|质检|考核|评分|考勤|迟到|早退|缺勤|旷工|警告|处分|违规|投诉|罚款|差评|kpi/g;

/** What forgives in so many words. */
const outright =
  /\b(late|lateness|tardy|tardiness|absence|absent|warning|penalty|deduction)s?[ -](pass|passes|voucher|coupon|waiver)\b|\b(free|no|without|zero) (late arrival|lateness|absence|deduction|warning|penalty|evaluation)s?\b|\bamnesty\b|免死金牌|免罚|(迟到|早退|缺勤|旷工|警告|扣分)(券|卡|金牌)/;

/** So far apart, in characters, they speak of each other. */
const near = 40;

const placesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(({ index, 0: hit }) => ({ from: index, to: index + hit.length }));

/**
 * Whether a prize would forgive, raise or replace a score, in English or Chinese: no prize may (product rules §6). It
 * goes by words, so that whoever sets a prize is warned; the words are looked for within one part of a sentence.
 */
export function forgives(text: string): boolean {
  const plain = harmless.reduce((left, words) => left.replace(words, " "), text.normalize("NFKC").toLowerCase());
  if (outright.test(plain)) return true;
  return plain.split(/[.,;:!?，。；：！？、\n]/).some((part) => {
    const targets = placesIn(part, scored);
    return placesIn(part, forgiving).some((verb) =>
      targets.some((target) => verb.from - target.to <= near && target.from - verb.to <= near),
    );
  });
}
