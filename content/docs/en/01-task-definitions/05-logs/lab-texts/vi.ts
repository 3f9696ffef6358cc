/** Texts of lab 01/05, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Một job không nói gì",
  goal: "Job report bị lỗi mà không ai biết vì sao. Hãy chạy nó một lần như hiện tại. Sau đó gửi những gì container report in ra vào log group /ecs/report ở us-east-1, với prefix nightly. Execution role arn:aws:iam::123456789012:role/ecsTaskExecutionRole được phép ghi log, còn arn:aws:iam::123456789012:role/loggingExecutionRole được phép tạo cả log group. Đọc xem job nói gì, cho nó thứ nó cần (bucket là shop-reports), rồi chạy cho tới khi thoát với mã 0.",
  checks: {
    silent: "Job đã kết thúc với mã thoát 1",
    configured: "Container report ghi vào log group",
    stream: "Một lần chạy của nó có log stream",
    worked: "Một lần chạy có log kết thúc với mã thoát 0",
    exercise: "Tự mình làm: invoice ghi log vào một group do driver tạo, và kết thúc với 0",
  },
};
