/** Chapter 06: what words of their prose ask for. */
import { container, type LessonReading } from "./reading.ts";

export const services: readonly LessonReading[] = [
  { lab: "06/01", words: [] },
  { lab: "06/02", words: [], hurries: ["aws ecs update-service --service web --task-definition webserver:1"] },
  { lab: "06/03", words: [] },
  {
    lab: "06/05",
    words: [
      {
        en: "Open `shop.json` and write the **first** digest behind the repository",
        vi: "Mở `shop.json` và viết digest **đầu tiên** sau repository",
        does: [{ file: "shop.json", edit: (it, shown) => Object.assign(container(it, "shop"), shown) }],
      },
    ],
  },
];
