/** Texts of lab 03/05, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Mỗi máy một bản, bằng tay rồi bằng service",
  goal: "Chạy collector đúng một bản trên mỗi instance trong ba instance của fleet, và xin nhiều hơn số instance một bản. Khởi chạy máy thứ tư vào fleet, thấy nó không có collector, và cho nó một bản. Dừng một collector rồi đặt lại. Sau đó drain một instance có task web và dọn trống nó, với collector đi sau cùng. Cuối cùng hãy bàn giao: một service giữ một collector trên mỗi máy trong bốn máy, và không còn bản nào do bạn chạy.",
  checks: {
    "one-each": "Mỗi instance trong ba instance có một collector",
    "no-second": "Không instance nào nhận bản thứ hai",
    joined: "Máy thứ tư đã vào",
    covered: "Máy mới cũng có collector",
    lost: "Một collector đã bị dừng",
    last: "Trên instance đang drain, collector đi sau cùng",
    daemon: "Một service có một collector trên mỗi instance trong bốn instance",
    "handed-over": "Không còn collector nào do bạn chạy",
    exercise: "Tự mình làm: daemon watcher trên hai máy ở us-east-1b",
  },
  lastToGo: (instance) => `Trên ${instance}, collector đi sau cùng.`,
  notYetEmptied: "Chưa có instance nào đang drain được dọn trống mà collector đi sau cùng.",
};
