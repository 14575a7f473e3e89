import { type Entry, entries, type Meaning } from "./meaning.ts";
import { metricWords } from "./metric-words.ts";

const self: Meaning = { is: "self", firm: true };
const ownTeam: Meaning = { is: "own-team", firm: true };
const score: Meaning = { is: "score", firm: true };
const doing: Meaning = { is: "score", firm: false };

const subjects = [
  ...entries("my|mine|me|myself|my own|for me|about me|我|我的|我自己|我自己的|本人|本人的|自己|自己的|俺|俺的", self),
  ...entries("i|i've|i'm|i'd", { is: "self", firm: false }),
  ...entries(
    "my team|our team|my group|our group|the team|team|my own team|our|ours|班组|小组|团队|我们组|我们班组|我们团队|我们小组|咱们组|咱组|我组|本组|本班组|我的组|我的班组|我的团队|我班组|组里|班组里|全组|组内",
    ownTeam,
  ),
  ...entries("we|us|we've|we're|我们|咱们|我们的|咱们的", { is: "own-team", firm: false }),
];

const scoreWords = [
  ...entries(
    "score|scores|scored|points|result|results|performance|rating|kpi|kpis|kpi's|numbers|stats|figures|scorecard|metrics|得分|分数|评分|多少分|几分|成绩|表现|绩效|业绩|战绩|总分|打分|计分|指标|计分卡|数据",
    score,
  ),
  ...entries(
    "how did i do|how did i perform|how i did|how am i doing|how was i doing|how have i done|how have i been doing|how'd i do|how i'm doing|how i am doing",
    self,
    score,
  ),
  ...entries(
    "how did we do|how did we perform|how are we doing|how have we done|how have we been doing|how'd we do|how we did|how we are doing",
    ownTeam,
    score,
  ),
  ...entries("do|doing|perform|performed|performing", doing),
  ...entries("怎么样|咋样|怎样|如何|情况|情况如何|怎么样了|好不好|好吗", { is: "asking" }, doing),
];

const comparing = [
  ...entries("compare|compared|comparing|comparison|compares|相比|相比较|比较|对比|比起来|相较", { is: "versus" }),
  ...entries("versus|vs|than|against|比|较|比起|对比起", { is: "against" }),
  ...entries("with|and|&|和|跟|与|同|及", { is: "with" }),
  ...entries("to|until|till|through|thru|到|至", { is: "to" }),
];

const asking = {
  en: "how|how's|hows|show|show me|tell|tell me|give|give me|get me|let me see|let me know|check|view|see|look up|can i see|can i get|can i have|could i see|may i see|may i have|can you show me|could you show me|i want to see|i want to know|i'd like to see|i'd like to know|i would like to see|i would like to know|i need|i need to see|do you have|do you know|what's|what was|what were",
  zh: "看|看看|看下|看一下|查|查查|查下|查一下|查询|显示|帮我看|帮我看看|帮我看一下|帮我查|帮我查一下|帮我查下|给我看|给我看看|给我看一下|告诉我|让我看|让我看看|我想看|我想看看|我想看一下|我想知道|我想查|我想查一下|我想查询|我要看|我要查|我要查询|想看|想看看|想知道|想查",
};
const filling = {
  en: "please|pls|plz|the|a|an|of|for|in|on|at|during|over|from|by|so|far|now|currently|'s",
  zh: "的|了|呢|请|请问|里|中|内|期间|那天|当天|从|在过去的|现在|目前",
};
const loose = {
  en: "hi|hello|hey|thanks|thank you|thx|fairline|ok|okay|what|whats|is|are|was|were|be|been|has|have|had|did|does|get|got|look|looking|looked|like|find|about|current|it|that|that's|it's|this|going|go|went|gone|much|many|well|good|bad|high|low|higher|lower|better|worse|up|down|improve|improved|improving|change|changed|drop|dropped|take|took|taken|number|average|total|overall|value|level|rate|full|can you|could you|would you|will you|handle|make|made|'re|'ve|'m|'d|'ll",
  zh: "麻烦|麻烦你|帮我|给我|你好|您好|嗨|谢谢|吗|啊|吧|呀|哦|嘛|是|有|在|一下|多少|是多少|有多少|几|怎么|什么|到现在|到目前|到目前为止|截至目前|截至|拿了|拿|得了|得|做得|做的|干得|能|可以|能不能|可不可以|高|低|好|差|高了|低了|好了|差了|高不高|低不低|进步了|进步|退步了|提高了|提高|提升了|下降了|下降|变化|变了|有变化|有进步|还|都|一共|总共|总体|整体|平均|个|比例",
};

/** Every word that is known without asking anybody; periods are read apart. */
export const vocabulary: readonly Entry[] = [
  ...metricWords.flatMap(([metric, words]) =>
    words.map((word) => ({ word, means: [{ is: "metric" as const, metric }] })),
  ),
  ...subjects,
  ...scoreWords,
  ...comparing,
  ...Object.values(asking).flatMap((words) => entries(words, { is: "asking" })),
  ...Object.values(filling).flatMap((words) => entries(words, { is: "filler" })),
  ...Object.values(loose).flatMap((words) => entries(words, { is: "loose" })),
];

/** Long English words in which one letter may be wrong: those that no ordinary word is one letter away from. */
export const longWords: ReadonlySet<string> = new Set(
  "quality|training|attendance|adherence|punctuality|satisfaction|occupancy|utilisation|utilization|abandonment|calibration|performance|yesterday".split(
    "|",
  ),
);

/** Ordinary words that look like one of those with a typo. */
export const lookalikes: ReadonlySet<string> = new Set(["qualify", "trailing"]);
