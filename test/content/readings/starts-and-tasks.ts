/** Chapters 00 and 02: what words of their prose ask for. */
import type { LessonReading } from "./reading.ts";

export const startsAndTasks: readonly LessonReading[] = [
  { lab: "00/01", words: [] },
  {
    lab: "00/02",
    words: [
      {
        en: "You can repeat the command (the arrow up key brings it back)",
        vi: "Bạn có thể lặp lại lệnh (phím mũi tên lên gọi nó về)",
        does: [{ again: "run-task" }],
      },
    ],
  },
  { lab: "02/01", words: [] },
  { lab: "02/02", words: [] },
  { lab: "02/05", words: [] },
];
