/** Texts of lab 00/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Cluster, task definition, task: mỗi thứ một cái",
  goal: "Tạo một cluster, đăng ký task definition trong app.json, rồi chạy task của nó trên Fargate cho đến khi hai bản sao của cùng một revision cùng RUNNING một lúc.",
  checks: {
    cluster: "Đã có một cluster",
    definition: "Một task definition cho Fargate đã được đăng ký",
    task: "Một task đã được tạo trong cluster",
    running: "Task đã đạt RUNNING",
    "two-copies": "Hai bản sao của một revision đã chạy cùng lúc",
    exercise: "Tự mình làm: ba bản của cafe cùng chạy trong cluster quay",
  },
};
