/** Texts of lab 01/07, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Một tag biết đi",
  goal: "Chạy một task của shop:1. Đẩy một bản build mới lên quayside/shop:latest rồi chạy task thứ hai của shop:1, để hai bản build chạy cạnh nhau. Đăng ký một revision gọi đúng bản build đầu bằng digest, rồi chạy nó. Sau đó cho shop:1 nghỉ: deregister nó trong lúc task của nó còn chạy, rồi xóa nó.",
  checks: {
    running: "Một task của shop đã đạt RUNNING",
    pushed: "Đã đẩy bản build mới dưới tag latest",
    "side-by-side": "Hai bản build cùng chạy dưới một revision",
    pinned: "Bản build đầu chạy theo digest",
    inactive: "shop:1 bị deregister khi task của nó còn chạy",
    deleted: "shop:1 sẽ bị xóa",
    exercise: "Tự mình làm: shop-next chạy bản build đã push, theo digest",
  },
};
