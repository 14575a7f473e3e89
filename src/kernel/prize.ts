/** A gift whose words look like a score's, and are not. */
const harmless = [
  /\b(loyalty|rewards?|gift|shop|shopping|store|mall|air|airline|flyer|card|membership|club|travel|hotel|coffee|meeting|drop-off|pick-?up|charging) (bonus |extra )?points?\b/g,
  /\bpoints? (in|at|for|to spend in) (the|our|your|a) ([a-z-]+ )?(shop|store|mall|canteen|caf[eé])\b/g,
  /\blate[ -](check-?out|night|show|screening|shift|opening)s?\b/g,
  /\b(music|film|piano|orchestral?|concert|sheet) scores?\b/g,
  /\b(a|the) score of (?!\d|yours|((the|this|last|your|an?) )*(day|week|month|quarter|year|evaluation|call|agent|shift)\b)/g,
  /\bscores of (?!\d|the |this |last |your )/g,
  /免费|免税|免单|免邮|免运费|免排队|避免|免疫/g,
  /(?<!绩效|质检|考核|考勤)积分([加送奖+]?\s*\d+\s*分)?/g,
];

const forgiving =
  /\b(waiv|forgiv|forgav|eras|cancel|delet|remov|expung|wip(e|ing)|clear|drop|void|nullif|annul|offset|pardon|exempt|excus|ignor|disregard|overlook|revers|revok|undo|skip|amnest|immun|reset|strik|struck|write[- ]?off|written off|wrote off|thrown? out|buy back|buys back|make up for|makes up for|raise|boost|increas|bump)\w*|\badd(s|ed|ing)?\b|\bget[ -]out[ -]of\b|\bfree pass(es)?\b|\bno[ -]questions[ -]asked\b|\+\s*\d|不计|不算|不扣|不记|不罚|免|抵|取消|消除|消掉|清除|清零|抹|删|撤销|撤消|赦|忽略|勾销|返还|补回|恢复|增加|上调|翻倍/g;
const scored =
  /\b(scores?|scored|points?|evaluations?|deductions?|deducted|absences?|absent|late|lateness|late arrivals?|tardy|tardiness|warnings?|penalt(y|ies)|demerits?|ratings?|kpis?|qa|quality (checks?|reviews?|audits?)|exams?|marks?|infractions?|violations?|complaints?|bad calls?|mistakes?|no-shows?|early leaves?)\b|扣分|分数|得分|成绩|绩效|质检|抽检|考核|考试|评分|考勤|迟到|早退|缺勤|旷工|警告|处分|违规|投诉|罚款|差评|kpi/g;

/** What forgives or adds in so many words. */
const outright = [
  /\b(late|lateness|tardy|tardiness|absence|absent|warning|penalty|deduction)s?[ -](pass|passes|voucher|coupon|waiver)\b/,
  /\b(free|no|without|zero) (late arrival|lateness|absence|deduction|warning|penalty|evaluation)s?\b/,
  /\bamnesty\b|\bget[ -]out[ -]of[ -]jail\b/,
  /\b(extra|bonus|additional|more) (\d+ )?points?\b|\+\s*\d+([.,]\d+)? points?\b|\bpoints? (extra|more)\b/,
  /免死金牌|免(考(?!虑)|分(?!期)|检(?!票|通道)|评(?!价)|罚|扣(?!税))|(迟到|早退|缺勤|旷工|警告|扣分)(券|卡|金牌)/,
  /(?<![参叠])加分(?![钟享店红期析组])|[加送奖励补多+]\s*[\d.一二两三四五六七八九十百]+\s*分(?![钟之期糖熟])/,
];

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
  if (outright.some((words) => words.test(plain))) return true;
  return plain.split(/[.,;:!?，。；：！？、\n]/).some((part) => {
    const targets = placesIn(part, scored);
    return placesIn(part, forgiving).some((verb) =>
      targets.some((target) => verb.from - target.to <= near && target.from - verb.to <= near),
    );
  });
}
