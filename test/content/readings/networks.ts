/** Chapter 05: what words of its prose ask for. */
import type { LessonReading } from "./reading.ts";

/** What runs shop-api in the private subnet. */
const PRIVATELY =
  '--task-definition shop-api --launch-type FARGATE --network-configuration "awsvpcConfiguration={subnets=[subnet-0ccc';

const TWELVE_SECONDS = { advanceMs: 12_000 };

export const networks: readonly LessonReading[] = [
  {
    lab: "05/01",
    words: [
      {
        en: "So run a third, with the same command.",
        vi: "Vậy hãy chạy bản thứ ba bằng cùng lệnh đó.",
        does: [{ again: "run-task" }],
      },
      {
        en: "Let them pass, with **Play**, and call it:",
        vi: "Hãy để chúng trôi qua, bằng **Chạy**, rồi gọi nó:",
        does: [TWELVE_SECONDS],
      },
    ],
  },
  {
    lab: "05/02",
    words: [
      {
        en: "Give the cache its twelve seconds, with **Play**, and call it in two ways:",
        vi: "Cho cache mười hai giây, bằng **Chạy**, rồi gọi nó theo hai cách:",
        does: [TWELVE_SECONDS],
      },
    ],
  },
  { lab: "05/03", words: [] },
  {
    lab: "05/04",
    words: [
      {
        en: "So let the old one reach STOPPED, count, and then run a new one:",
        vi: "Vì vậy hãy chờ task cũ tới STOPPED, đếm, rồi mới chạy task mới:",
        does: [{ until: "settled" }, { again: "describe-subnets" }],
      },
    ],
  },
  {
    lab: "05/05",
    words: [
      {
        en: "Run `shop-api` in the private subnet again, and read the reason.",
        vi: "Chạy lại `shop-api` trong subnet riêng, và đọc lý do.",
        does: [{ again: PRIVATELY }],
      },
      {
        en: "When all of them are `available`, run `shop-api` once more: now it starts.",
        vi: "Khi tất cả đã `available`, chạy `shop-api` lần nữa: giờ nó khởi động được.",
        does: [{ again: PRIVATELY }],
      },
    ],
  },
];
