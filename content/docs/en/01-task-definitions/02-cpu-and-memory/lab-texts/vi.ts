/** Texts of lab 01/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Chỗ cho hai container",
  goal: "Đăng ký gallery cho Fargate với nửa vCPU và 1 GB, chạy nó và xem kernel kill thumbnails. Sau đó cho thumbnails soft limit 768 MiB, còn agent thì không essential nữa và có hard limit 192 MiB; chạy lại tới khi thumbnails kết thúc với mã 0. Đăng ký render cho EC2 với 1,5 vCPU và 3000 MiB.",
  checks: {
    size: "gallery có 512 CPU unit và 1024 MiB trên Fargate",
    killed: "thumbnails bị kill vì bộ nhớ: exit code 137",
    limits: "thumbnails có soft limit, agent có hard limit",
    contained: "Chỉ agent bị kill, thumbnails kết thúc với mã 0",
    "any-size-on-ec2": "render yêu cầu EC2, 1536 CPU unit và 3000 MiB",
    exercise: "Tự mình làm: studio mất agent ở 300 MiB, thumbnails kết thúc với 0",
  },
};
