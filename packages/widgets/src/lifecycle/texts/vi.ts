/** What the lifecycle of a task says in words, in Vietnamese. */
import type { LifecycleTexts } from "./en.ts";

export const vi: LifecycleTexts = {
  lifecycle: "Vòng đời của task",
  lifeMove: (move) => `từ ${move.from} sang ${move.to} khi ${move.event}`,
  lifeSpent: (wait) => `${wait.text}`,
};
