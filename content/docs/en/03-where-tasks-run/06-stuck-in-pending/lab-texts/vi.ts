/** Texts of lab 03/06, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Năm task không chạy",
  goal: "Đưa năm task tới RUNNING, mỗi task bằng cách sửa đúng chỗ hỏng: report, gateway, payments và orders (vẫn 2.600 MiB) trong cluster shop, catalog trong cluster annex. Trong cluster solo, thay ngay worker đang chạy bằng một worker mới và xem nó chờ.",
  checks: {
    catalog: "catalog chạy trong annex",
    report: "report chạy: log driver của nó có sẵn",
    gateway: "gateway chạy: cổng của nó còn trống",
    orders: "orders chạy với đủ 2.600 MiB",
    payments: "payments chạy: image của nó có thật",
    waits: "Một worker mới đã chờ worker cũ",
    exercise: "Tự mình làm: archive chạy trong shop",
  },
};
