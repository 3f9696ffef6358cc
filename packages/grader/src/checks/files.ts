/**
 * Conditions about the editor. For recognising mistakes that stop in the AWS CLI and so leave nothing in the cloud;
 * checks judge outcomes and have no use for them.
 */
import type { Condition } from "../condition.ts";
import { text } from "../text.ts";
import { failed, passed } from "./verdict.ts";

/** What an editor tab holds. */
export interface FileContent {
  readonly text: string;
  /** The value of the JSON, or undefined when it is none. */
  readonly json: unknown;
}

/** Passes when the learner has changed this editor tab and what it holds now fits. It has no evidence in the journal. */
export function edited(file: string, fits: (content: FileContent) => boolean): Condition {
  return ({ files }) => {
    const content = files[file];
    if (content === undefined) return failed(text(`${file} is as it was.`, `${file} vẫn như ban đầu.`));
    const json = jsonOf(content);
    const observed =
      json === undefined
        ? text(`${file} is not JSON.`, `${file} không phải JSON.`)
        : text(`${file} is JSON.`, `${file} là JSON.`);
    return fits({ text: content, json }) ? passed(observed, []) : failed(observed);
  };
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
