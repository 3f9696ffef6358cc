/** Waits in words, in Vietnamese. */
import type { TranslationOf } from "../by-language.ts";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  things: {
    taskRunning: (family) => `mọi task của ${family} đều RUNNING`,
    taskStopped: (family) => `mọi task của ${family} đều STOPPED`,
    containerHealthy: (name) => `container ${name} đã HEALTHY`,
    containerStopped: (name) => `container ${name} đã STOPPED`,
    containerRestarted: (name) => `container ${name} đã được khởi động lại`,
    instanceRegistered: (cluster) => `mọi instance của cluster ${cluster} đã đăng ký xong`,
    serviceSteady: (service) => `service ${service} ở trạng thái ổn định`,
    serviceInactive: (service) => `service ${service} đã INACTIVE`,
  },
  settled: "không còn gì đang dở dang",
  title: (what, bound) => `Cho thời gian trôi tới khi ${what}${bound === undefined ? "" : `, tối đa ${bound}`}`,
  unmet: (what, bound) => `Sau ${bound} vẫn chưa đạt: ${what}.`,
  steps: (count) => `${count} bước`,
};
