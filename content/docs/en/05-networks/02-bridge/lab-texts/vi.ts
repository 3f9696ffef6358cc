/** Texts of lab 05/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Sau cây cầu",
  goal: "Chạy ba bản web trên một máy. Từ máy kia, gọi tới một bản qua host port của nó, và thấy port 80 không dẫn tới đâu. Dừng một container bằng docker stop và xem task của nó. Trong pair, thấy app không tìm được cache ở localhost nhưng tìm được qua link. Rồi chạy ba bản fixed trên hai máy, và đọc xem bản thứ ba nhận câu trả lời gì.",
  checks: {
    dynamic: "Ba web server trên ba port của một máy",
    outside: "Vào qua host port, không phải port 80",
    "by-hand": "docker stop đã kết thúc một task của web",
    alone: "cache không ở localhost của app",
    link: "app tới được cache qua docker0",
    static: "Một task mà port của nó đâu cũng đã bị chiếm",
    exercise: "Tự mình làm: wall trả lời ở port 8080 của máy nó",
  },
};
