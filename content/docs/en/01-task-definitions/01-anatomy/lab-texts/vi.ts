/** Texts of lab 01/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Một web server trên Fargate",
  goal: "Hoàn thiện webserver.json sao cho nó yêu cầu Fargate, với 0,25 vCPU và 512 MiB: family webserver, một container nginx, cổng 80. Đăng ký rồi chạy một task của nó trên Fargate trong cluster default, có địa chỉ IP công khai.",
  checks: {
    registered: "Family webserver đã được đăng ký",
    "fargate-size": "Nó yêu cầu Fargate, với 256 CPU unit và 512 MiB",
    "nginx-80": "Nó có một container nginx ở cổng 80",
    running: "Một task của nó đã đạt RUNNING",
    "public-ip": "Task có địa chỉ IP công khai",
    exercise: "Tự mình làm: site (httpd, 512 CPU, 1024 MiB) chạy không có địa chỉ công khai",
  },
};
