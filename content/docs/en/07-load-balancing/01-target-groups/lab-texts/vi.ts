/** Texts of lab 07/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Ai đứng sau cánh cửa",
  goal: "Hãy cho load balancer web một listener và một target group dành cho địa chỉ, rồi để một service với hai task Fargate đăng ký vào đó. Chạy riêng một task của cùng definition và xem không ai đăng ký nó. Để service bỏ bớt một task và xem target của nó draining. Sau đó đặt ba task của shop, chạy trên máy, sau một group thứ hai.",
  checks: {
    door: "Load balancer nghe ở port 80 và chuyển tới một group loại ip",
    registered: "Một service có hai target khỏe: các task của web, theo địa chỉ",
    alone: "Một task của web chạy mà không có service",
    leaving: "Một target của service đã draining",
    dynamic: "Ba task của shop là target khỏe, hai trong số đó ở cùng một máy",
    exercise: "Tự mình làm: hai task của clock sau port 9090",
  },
};
