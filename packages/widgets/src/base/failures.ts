/** What messages of AWS mean, as the page tells a lab. An embed without a site tells nothing, and no message is explained. */

/** One message in people's words, and where more stands about it: a lesson, or its place among all messages. */
export interface FailureMeaning {
  readonly text: string;
  readonly href: string;
  readonly title: string;
}

/** All messages of a language of the course. */
export interface Failures {
  /** The meaning of the first of these ids that has one: of a refusal, a cause, or a rule of task definitions. */
  of(ids: readonly string[]): FailureMeaning | undefined;
  /** The meaning of a message as somebody has copied it; undefined when it is none that is known. */
  read(message: string): FailureMeaning | undefined;
}

/** Brings the messages, when the first one is asked about. */
export type LoadFailures = (language: string) => Promise<Failures>;
