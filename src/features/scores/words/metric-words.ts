import { locales } from "../../../kernel/locale.ts";
import { metricCalls, metricNames } from "../messages/names.ts";
import { type Metric, metrics } from "../scorecard.ts";
import { plain } from "./plain.ts";

/** What the trade calls each metric, beside the names that commands take. */
const trade: Readonly<Record<Metric, string>> = {
  volume:
    "volumes|call volume|number of calls|number of contacts|how many calls|how many contacts|calls handled|contacts handled|calls taken|handled calls|handled contacts|call count|接话量|接线量|处理量|话务|来电量|接了多少电话|接了多少个电话|接了多少通电话|接了几个电话|多少通电话|多少个电话",
  "handle-time":
    "average handling time|avg handle time|avg handling time|mean handle time|handle times|call handling time|average call handling time|平均处理时间|处理时间|平均通话时间|通话时间|平均时长|单通时长",
  quality:
    "quality score|quality scores|qa score|qa scores|qc|qc score|call quality|monitoring score|quality monitoring|质检成绩|质检得分|质检分数|质量分|服务质量|通话质量|监听分",
  training: "training score|exam score|exam scores|test score|test scores|培训成绩|考试成绩|考试分数|培训考试|测验",
  attendance:
    "schedule adherence|adherence rate|attendance rate|punctuality|出勤情况|遵时率|排班遵守率|排班遵循率|遵从率|依从率",
  csat: "c-sat|csat score|customer satisfaction score|satisfaction score|satisfaction rate|客户满意率|满意率|用户满意度|顾客满意度",
  "first-contact-resolution":
    "first call resolution|first-call resolution|first contact resolution rate|first call resolution rate|resolution rate|fcr rate|首次联络解决率|首次来电解决率|首问解决率|一次性解决率|一解率",
  "service-level": "service levels|svl|service level agreement|服务水平达标率|服务水准",
  occupancy: "occupancy rate|utilisation rate|utilization rate|坐席利用率|席位利用率|坐席占用率",
  "abandon-rate": "abandonment rate|abandoned rate|abandoned calls|abandons|call abandonment|呼叫放弃率|弃线率|放弃量",
  "team-result": "team result metric|班组结果|团队结果",
  evaluations: "evaluations|evaluations done|reviews done|reviews made|质检数量|质检条数|抽检量|评估量|听音量",
  agreement: "calibration score|calibration agreement|calibration result|校准成绩|一致率|校准一致率|评分一致性",
  overturns: "overturns|overturned evaluations|推翻率|申诉改判率",
};

/** “Team result” is rather what `/teamscore` shows than the metric of that name. */
const usual = (metric: Metric) =>
  metric === "team-result"
    ? []
    : [metric, ...locales.map((locale) => metricNames[metric](locale)), ...metricCalls[metric]];

/** Every metric with all that it is called. */
export const metricWords: readonly (readonly [Metric, readonly string[]])[] = metrics.map((metric) => [
  metric,
  [...new Set([...usual(metric), ...trade[metric].split("|")].map(plain))],
]);
