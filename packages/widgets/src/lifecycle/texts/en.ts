/** What the lifecycle of a task says in words, in English. */
import type { Wait } from "../../i18n/shapes.ts";

export const en = {
  lifecycle: "Lifecycle of the task",
  lifeMove: (move: { from: string; to: string; event: string }) => `${move.from} to ${move.to} on ${move.event}`,
  lifeSpent: (wait: Wait) => `${wait.text}`,
};

/** What a language has to say. */
export type LifecycleTexts = typeof en;
