/** Texts of lab 01/08, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Sửa một definition hỏng",
  goal: "Sửa shop-web.json mà không đánh mất điều gì nó muốn có: family shop-web cho Fargate, nginx 1.29 ở cổng 80, execution role shopExecutionRole, secret shop/database dưới tên DB_PASSWORD, và log trong group /ecs/shop-web của us-east-1 với prefix web. Đăng ký rồi đưa một task của nó tới RUNNING trong cluster default.",
  checks: {
    sent: "Một lần đăng ký đã qua được AWS CLI",
    port: "Container lắng nghe ở cổng 80",
    logs: "Log có đủ group, Region và prefix",
    role: "Execution role nằm ở mức task",
    secret: "Container nhận secret DB_PASSWORD",
    running: "Một task của definition đầy đủ đã đạt RUNNING",
    exercise: "Tự mình làm: shop-job.json đã được sửa (1 GB), và một task của nó kết thúc với 0",
  },
};
