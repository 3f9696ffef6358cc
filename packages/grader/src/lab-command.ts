/** The commands of which solutions, routes, mistakes and tours are made. */
import type { Wait } from "@quayside/simulator";

/** One thing that a learner can do. */
export type LabCommand =
  /**
   * A line of the terminal: `aws ecs ...`, `docker push IMAGE`, `ssh ec2-user@i-... docker ps`, `quayside connect ...`, `quayside image ...`. `$(aws ecs ...)` inside it names what is not known
   * beforehand, such as a task's id.
   */
  | { readonly aws: string; readonly inside?: undefined }
  /** A line that is typed into the shell of a container, which an `aws ecs execute-command` before it has opened. */
  | { readonly aws: string; readonly inside: true }
  /** Lets simulated time pass, in milliseconds. */
  | { readonly advanceMs: number }
  /** Lets time pass until nothing is on its way any more, or until something particular is there, within a bound. */
  | Wait
  /** Replaces the text of an editor tab. */
  | { readonly edit: { readonly file: string; readonly text: string } };
