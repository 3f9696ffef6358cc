/** The story as it goes when nobody touches it, as plain data: worked out while the site is built, played by an untouched page. */
import { type Recording, recordingOf, Session } from "@quayside/simulator";
import { ENDS_ITSELF_MS, noteAt, Story, type StoryNote } from "./story.ts";

/** How long a story may take before all run again; ours ends much sooner. */
const LONGEST_MS = 300_000;

/** What is to be seen, and what is told about it. */
export interface StoryFilm {
  readonly recording: Recording;
  readonly notes: readonly StoryNote[];
}

/** Runs the story by itself until all tasks run again. */
export function filmStory(): StoryFilm {
  const story = new Story({ start: Session.start, endsItselfMs: ENDS_ITSELF_MS });
  while (story.notes.length < 2 || noteAt(story.notes, story.atMs)?.kind !== "whole") {
    if (story.atMs > LONGEST_MS) throw new Error("The home page's story does not come to its end.");
    story.goTo(story.atMs + 1_000);
  }
  return { recording: recordingOf(story.session), notes: story.notes };
}
