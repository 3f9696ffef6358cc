/** The four forms in which the AWS CLI shows an answer. */
import { tableOutput } from "./table.ts";
import { textOutput } from "./text.ts";
import { yamlOutput } from "./yaml.ts";

/** A form of `--output`. */
export type OutputFormat = "json" | "text" | "table" | "yaml";

function isEmptyRecord(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && !Array.isArray(answer) && Object.keys(answer).length === 0;
}

/**
 * Shows an answer.
 * @param title the operation's name, the headline of a table
 * @returns the text with its last line break, or nothing for an answer without members
 */
export function formatAnswer(format: OutputFormat, title: string, answer: unknown, terminalWidth: number): string {
  switch (format) {
    case "json":
      return isEmptyRecord(answer) ? "" : `${JSON.stringify(answer, null, 4)}\n`;
    case "text":
      return textOutput(answer);
    case "table":
      return tableOutput(title, answer, terminalWidth);
    case "yaml":
      return yamlOutput(answer);
  }
}
