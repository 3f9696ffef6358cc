/** Texts of lab 05/03, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Mạng của chính cái máy",
  goal: "Chạy web ở chế độ host và gọi tới nó từ máy kia ở port 80. Chạy bản thứ hai, và xem vì sao bản thứ ba không có chỗ. Chạy probe, và tìm thấy ở localhost của nó một người hàng xóm và cả agent. Rồi chạy sealed, chế độ none, và xem nó đi được bao xa.",
  checks: {
    direct: "web trả lời ở port 80 của máy",
    "one-each": "Mỗi máy một bản",
    conflict: "Bản thứ ba không còn port trống",
    neighbour: "Một task khác trên localhost của probe",
    agent: "Agent trên localhost của probe",
    none: "Một task không tới được ai",
    exercise: "Tự mình làm: store, một cache ở chế độ host, trả lời ở port 6379 của máy nó",
  },
};
