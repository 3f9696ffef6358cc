/** Texts of lab 03/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Thay một cái máy",
  goal: "Máy duy nhất của cluster fleet đã cũ. Hãy dừng agent của nó, thử chạy một task, rồi khởi động lại agent. Khởi chạy một máy t3.medium đăng ký vào fleet và chừa 256 MiB cho hệ thống của nó. Khởi chạy thêm một máy không có instance profile và tìm hiểu vì sao nó không đăng ký. Drain instance cũ, chạy các task trên máy mới, và dừng các task cũ. Terminate máy cũ, cùng với máy chưa từng đăng ký.",
  checks: {
    silent: "Agent im lặng: task cũ vẫn chạy, task mới không vào",
    joined: "Một máy bạn khởi chạy đã vào fleet",
    reserved: "Nó chừa 256 MiB cho hệ thống",
    "no-role": "Một máy chạy mà agent không có credential",
    drained: "Instance cũ đã được drain và trống",
    moved: "Hai task chạy trên instance mới",
    gone: "Máy cũ đã terminate và hủy đăng ký",
    exercise: "Tự mình làm: một m5.large của bạn vào fleet và chừa 512 MiB",
  },
};
