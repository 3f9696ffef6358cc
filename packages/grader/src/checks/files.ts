/**
 * Conditions about the editor. For recognising mistakes that stop in the AWS CLI and so leave nothing in the cloud;
 * checks judge outcomes and have no use for them.
 */
import type { Condition } from "../condition.ts";
import { say } from "./texts/index.ts";
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
    if (content === undefined) return failed(say("fileAsItWas", file));
    const json = jsonOf(content);
    const observed = json === undefined ? say("fileIsNotJson", file) : say("fileIsJson", file);
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
