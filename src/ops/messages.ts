import { say } from "../kernel/locale.ts";

/** The variable that lets an admin in. */
const passwordVariable = "FAIRLINE_ADMIN_PASSWORD";
export const adminName = "admin";

/** What the pages for operators say when they show nothing else. */
export const opsWords = {
  adminOff: say({
    en: `The admin pages are off. Set ${passwordVariable} and start Fairline again; the user is ${adminName}.`,
    "zh-CN": `管理页面未启用。请设置 ${passwordVariable} 后重新启动 Fairline，用户名为 ${adminName}。`,
  }),
  metricsFar: say({
    en: `Metrics are given on this machine alone. To read them from elsewhere, set ${passwordVariable} and send it as the user ${adminName}.`,
    "zh-CN": `指标仅限本机读取。如需从其他机器读取，请设置 ${passwordVariable}，并以用户 ${adminName} 登录。`,
  }),
  signIn: say({
    en: `Sign in as ${adminName} with the password in ${passwordVariable}.`,
    "zh-CN": `请以 ${adminName} 身份登录，密码为 ${passwordVariable} 的值。`,
  }),
  tooMany: say({
    en: "Too many wrong passwords came from there. Try again in a minute.",
    "zh-CN": "密码错误次数过多，请一分钟后再试。",
  }),
  nothing: say({ en: "There is nothing at this address.", "zh-CN": "此地址没有内容。" }),
  onlyLook: say({
    en: "These pages only show. To run a job: fairline run JOB.",
    "zh-CN": "这些页面仅供查看。运行任务请使用：fairline run 任务名。",
  }),
  queueAway: say({
    en: "The queue cannot be reached just now. The log says why.",
    "zh-CN": "暂时无法连接队列，原因请见日志。",
  }),
  fault: say({ en: "That went wrong on our side. The log says why.", "zh-CN": "我们这边出错了，原因请见日志。" }),
} as const;
