/** Chapter 07: what words of their prose ask for. */
import type { LessonReading } from "./reading.ts";

export const loadBalancing: readonly LessonReading[] = [
  { lab: "07/01", words: [] },
  { lab: "07/02", words: [] },
];
