/** What the linter says of itself and of the file as a whole: neither a rule of AWS nor good practice. */
import type { Problem } from "./problem.ts";

/** A note: what it says by default, and what to do. */
export interface Note {
  readonly severity: Problem["severity"];
  readonly message: string;
  readonly hint: string;
}

/** Every note by its code. Some say more of the place that they are about. */
export const NOTES = {
  "describe-output": {
    severity: "info",
    message: `This is an answer of describe-task-definition: only what stands in "taskDefinition" can be registered.`,
    hint: "Clean it up: keep the definition and leave out what only AWS can set.",
  },
  "deploy-action": {
    severity: "info",
    message:
      "AWS's deploy action for GitHub takes this file: it drops null, empty values and members that only AWS sets. The AWS CLI refuses them.",
    hint: "Clean up: keep only what can be registered",
  },
  "for-each": {
    severity: "info",
    message: "Fn::ForEach is not unrolled here: what it makes was not checked.",
    hint: "Check the template that CloudFormation makes of it (aws cloudformation get-template --template-stage Processed).",
  },
  comments: {
    severity: "info",
    message: "The AWS CLI takes JSON without comments: they have to be taken out before the file is sent.",
    hint: "Take comments and last commas out in the step that sends the file.",
  },
  placeholder: {
    severity: "info",
    message: "A later step fills this in: it was not checked.",
    hint: "Check the rendered file with --strict, which makes an error of what is left.",
  },
  "disable-comment": {
    severity: "warning",
    message: "This comment for quayside is not understood, and disables nothing.",
    hint: "Write quayside-disable-next-line RULE -- reason; also quayside-disable-line, and quayside-disable-file for the whole file.",
  },
  "unused-disable": {
    severity: "warning",
    message: "This comment disables a rule that finds nothing here.",
    hint: "Remove the comment, or the rule from it.",
  },
} as const satisfies Readonly<Record<string, Note>>;

/** The code of a note. */
export type NoteCode = keyof typeof NOTES;

/** Codes of notes. */
export const NOTE_CODES = Object.keys(NOTES) as readonly NoteCode[];
