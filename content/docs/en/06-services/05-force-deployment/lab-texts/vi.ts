/** Texts of lab 06/05, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Cùng một tên, bản build khác",
  goal: "Để một service tên shop giữ hai task của shop. Push một bản build mới dưới tag latest, tăng service lên ba rồi để nó thay một task, và xem chúng chạy bản build nào. Sau đó đưa bản build vừa push tới cả ba mà không cần revision mới. Hóa ra nó hỏng: hãy đưa bản build đầu trở lại.",
  checks: {
    kept: "Service shop đã ổn định với hai task",
    pinned: "Sau lần push, thêm hai task đã chạy bản build đầu",
    forced: "Một lần ép triển khai đã đưa bản build vừa push tới ba task",
    "way-back": "Revision 2, với digest của bản build đầu, đã triển khai xong",
    exercise: "Tự mình làm: bản build mới cho hai task của kiosk, không lúc nào quá hai",
  },
};
