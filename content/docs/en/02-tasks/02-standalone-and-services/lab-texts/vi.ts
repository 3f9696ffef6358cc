/** Texts of lab 02/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Ba bản giống nhau: độc lập, và do service giữ",
  goal: "Chạy ba task độc lập của webserver, dừng một task và xem điều gì theo sau. Rồi để một service tên web giữ ba task của cùng definition đó, dừng một task của nó, và xem ở đó điều gì theo sau. Cuối cùng hãy xóa service và không để lại task nào của webserver đang chạy.",
  checks: {
    three: "Ba bản của cùng một revision đã chạy cùng lúc",
    "stays-stopped": "Một task độc lập đã bị dừng bằng tay",
    service: "Service web đã ổn định với ba task",
    replaced: "Một task của service bị dừng, và service đã thay nó",
    deleted: "Service web đã bị xóa",
    "nothing-left": "Không còn task nào của webserver",
    exercise: "Tự mình làm: hai task của clock được giữ, một task của hello chạy tới hết",
  },
};
