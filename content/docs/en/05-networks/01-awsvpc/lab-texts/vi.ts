/** Texts of lab 05/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Task có interface riêng",
  goal: "Chạy task shop trong subnet riêng với security group shop. Cho thấy web tới được cache qua localhost, visitor tới được web còn chính cái máy thì không, và web ra được bên ngoài. Sau đó chạy bản thứ hai trên cùng máy, và tìm xem vì sao bản thứ ba không có chỗ.",
  checks: {
    address: "Một task của shop chạy",
    localhost: "web tới được cache qua localhost",
    group: "Visitor vào được, máy thì không",
    out: "web ra internet qua NAT",
    twice: "Hai task cùng port 80 trên một máy",
    slots: "Bản thứ ba không còn interface",
    exercise: "Tự mình làm: visitor gọi được board trong private-b",
  },
};
