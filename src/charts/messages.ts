import { say } from "../kernel/locale.ts";

/** Stands in a chart where there is nothing to draw. */
export const noData = say({ en: "No data", "zh-CN": "暂无数据" });
