/** Hints, and feedback on mistakes, of lab 06/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Bạn nói gì với service khi muốn nhiều task hơn, và nói gì khi muốn ít hơn?",
    "Service trải task ra các zone của những subnet mà nó được giao. UpdateService với desired count làm cả scale out lẫn scale in; task nào đi là do scheduler chọn. StopTask chỉ dẫn tới task thay thế.",
    "aws ecs create-service ... với cả hai subnet công khai trong subnets=[...], aws ecs update-service --service web --desired-count N, và hai lần aws ecs stop-task với task của service. Với clock: --availability-zone-rebalancing DISABLED.",
  ],
  mistakes: {
    "one-zone":
      "Service chỉ được giao một subnet. Một subnet nằm trong một Availability Zone, và mọi task của nó ở đó.",
    "stopped-to-scale-in":
      "Task bạn dừng bị thiếu so với desired count, và service thay chúng. Chỉ khi con số nói thế thì service mới cần ít task hơn.",
    "no-service": "Những task này là độc lập: không ai giữ số lượng của chúng. Thứ đếm và thay là service.",
  },
};
