// How far a task on EC2 can come: what shows that it ended there, and where the cause is to be found.

import type { FigureTexts } from "./texts/en.ts";

/** One rung of the ladder from the call to RUNNING. */
interface Rung {
  readonly name: string;
  readonly shows: string;
  readonly look: string;
}

/** From the first to the last: what the picture and its words both show. */
export function rungs(words: FigureTexts["howFar"]): readonly Rung[] {
  return [
    { ...words.call, shows: "No Container Instances were ..." },
    { ...words.placement, shows: "failures[].reason" },
    { ...words.provisioning, name: "PROVISIONING" },
    { ...words.pending, name: "PENDING" },
    { ...words.pulling, name: "PENDING" },
    { ...words.stopped, name: "STOPPED", look: "containers[].reason" },
    { ...words.running, name: "RUNNING", shows: "startedAt" },
  ];
}
