/** Texts of lab 06/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Một con số có người giữ",
  goal: "Để một service tên web giữ bốn task của webserver trong subnet của hai Availability Zone. Tăng nó lên sáu, rồi hạ xuống hai. Sau đó dừng cả hai task của nó và để service mang tới hai task khác.",
  checks: {
    "two-zones": "Bốn task của web đã chạy, mỗi zone hai task",
    "scaled-out": "Sáu task của web đã chạy, mỗi zone ba task",
    "scaled-in": "Service đã dừng bớt task tới khi mỗi zone còn một",
    "came-back": "Mọi task của web đã mất, và hai task khác đã tới",
    exercise: "Tự mình làm: ba task của clock không rebalancing, hạ xuống một",
  },
  even: (count) => `${count} task của service:web đã chạy cùng lúc, mỗi zone ${count / 2} task.`,
  notEven: (count, scaledIn) =>
    `Chưa có lúc nào ${count} task của service:web ở RUNNING, mỗi zone ${count / 2} task${scaledIn ? ", sau khi service đã dừng bớt" : ""}.`,
  cameBack: "Mọi task của service:web bị dừng bằng tay, và service đã khởi động hai task khác.",
  notLost: (hadNone) =>
    hadNone ? "Không còn task nào của service:web; hai task khác chưa chạy." : "Service web chưa mất hết task của nó.",
  clock: (service) => `${service} đã có ba task của clock ở hai zone, rồi được hạ xuống một.`,
  noClock: (hadThree) =>
    hadThree
      ? "Một service của clock không rebalancing đã có ba task; nó chưa được hạ xuống một."
      : "Chưa service nào của clock không rebalancing có ba task ở hai zone.",
};
