/** Texts of lab 05/05, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Những lối ra",
  goal: "Chạy shop-api trên Fargate trong subnet công khai với địa chỉ công khai. Chạy web trên EC2 trong cùng subnet và cho thấy nó không có internet. Chạy shop-api trong subnet riêng và đọc xem vì sao nó hỏng. Cho thấy probe tới được ecr.api qua một endpoint, rồi thêm endpoint cho tới khi shop-api chạy được ở đó mà không có đường nào ra internet. Sau đó xem web từ Docker Hub hỏng trong subnet ấy, và đưa nó tới RUNNING trên Fargate qua NAT gateway.",
  checks: {
    public: "shop-api đã chạy với địa chỉ công khai",
    "cut-off": "Trên EC2, web chạy trong subnet công khai mà không có internet",
    stuck: "shop-api không tìm được lối ra khỏi subnet riêng",
    door: "probe tới được ecr.api qua một endpoint",
    endpoints: "shop-api đã chạy mà không có đường ra internet",
    hub: "Không tới được Docker Hub",
    nat: "web đã chạy qua NAT gateway",
    exercise: "Tự mình làm: probe tới được ssm qua một endpoint",
  },
};
