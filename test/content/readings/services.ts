/** Chapter 06: what words of their prose ask for. */
import type { LessonReading } from "./reading.ts";

export const services: readonly LessonReading[] = [
  { lab: "06/01", words: [] },
  { lab: "06/02", words: [] },
];
