/** Texts of lab 00/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Chạy một task, quan sát rồi dừng nó",
  goal: "Chạy một task từ task definition có sẵn hello-web trên Fargate trong cluster default. Đợi nó đạt RUNNING, sau đó dừng nó và chờ đến khi nó STOPPED.",
  checks: {
    created: "Một task của hello-web đã được tạo",
    running: "Task đã đạt RUNNING",
    "stop-asked": "Bạn đã yêu cầu ECS dừng nó",
    stopped: "Nó đã STOPPED và không còn gì đang chạy",
    exercise: "Tự mình làm: một task của goodbye-web, bị dừng trước khi RUNNING",
  },
};
