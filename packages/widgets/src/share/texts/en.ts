/** Everything that sharing says, in English. */
import type { ShareProblem } from "../share-problem.ts";

/** What a language has to say. */
export interface ShareTexts {
  readonly title: string;
  readonly about: (clock: string) => string;
  readonly link: string;
  readonly making: string;
  readonly size: (chars: string, most: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly save: string;
  readonly saved: (name: string) => string;
  readonly open: string;
  readonly fileHint: (name: string) => string;
  readonly close: string;
  readonly opening: string;
  readonly visit: string;
  readonly visitHint: string;
  readonly back: string;
  readonly linkRefused: string;
  /** What is wrong with a link or a file, as whole sentences. */
  readonly problem: Readonly<Record<ShareProblem, (what: SharedThing, detail: string) => string>>;
  /** Why no link could be made. */
  readonly noLink: Readonly<Record<"too-long" | "no-compression", string>>;
  readonly unknown: (message: string) => string;
}

/** What was opened. */
export type SharedThing = "link" | "file" | "run";

export const en: ShareTexts = {
  title: "Share this moment",
  about: (clock) =>
    `Your commands, your files and the moment ${clock}. The link holds all of it: nothing is stored anywhere.`,
  link: "Link",
  making: "Making the link…",
  size: (chars, most) => `${chars} of at most ${most} characters`,
  copy: "Copy link",
  copied: "The link is copied.",
  notCopied: "The browser keeps the clipboard closed: the link is selected, copy it with Ctrl+C.",
  save: "Save as file",
  saved: (name) => `${name} is saved.`,
  open: "Open a file…",
  fileHint: (name) => `In a terminal, npx quayside replay ${name} prints a saved run as a log.`,
  close: "Close",
  opening: "Opening the shared run…",
  visit: "You are looking at a shared run.",
  visitHint: "Try anything: your own work stays as it was, and nothing you do here is kept.",
  back: "Back to my own",
  linkRefused: "The shared run could not be opened",
  problem: {
    damaged: (what) =>
      what === "link"
        ? "The link is damaged: it was cut off or changed on its way. Ask for it again, or for a file."
        : "This file is not JSON: choose a file that Quayside saved.",
    newer: () => "It was made by a newer Quayside. Reload the page and try again.",
    "too-long": (what) => `The ${what} holds more than Quayside opens.`,
    "no-run": (what, detail) => `The ${what} does not hold a run of Quayside: ${detail} is not as it should be.`,
    "other-lab": (_what, detail) =>
      detail === "sandbox"
        ? "It was made in the sandbox: open it there."
        : `It belongs to lesson ${detail}: open it there, or in the sandbox.`,
    "other-beginning": () =>
      "It begins differently from this lab: open it in the lesson or sandbox where it was saved.",
    "no-replay": () =>
      "It does not come to the same end any more: it was made with another version of the simulator, or was changed.",
    "no-compression": () => "This browser cannot unpack links. Ask for a file instead.",
  },
  noLink: {
    "too-long": "This run is too long for a link. Save it as a file instead: a file holds everything.",
    "no-compression": "This browser cannot make links. Save the run as a file instead.",
  },
  unknown: (message) => `Something went wrong: ${message}`,
};
