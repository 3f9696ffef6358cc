/** Everything that the home page's story says, in every language of the course. */
import { byLanguage } from "../../i18n/by-language.ts";
import type { StoryNote } from "../story.ts";
import { type Caption, en, type HeroTexts } from "./en.ts";

export type { HeroTexts } from "./en.ts";

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export const heroTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

/** The caption of a note; `canEnd`: instances are left that run. */
export function captionOf(t: HeroTexts, note: StoryNote, canEnd: boolean): Caption {
  switch (note.kind) {
    case "whole":
      return t.whole(note, canEnd);
    case "ending":
      return t.endingCaption(note);
    case "gone":
      return t.goneCaption(note);
    case "placed":
      return t.placed(note);
    case "refused":
      return t.refused(note);
    case "nowhere":
      return t.nowhere(note);
    case "launched":
      return t.launched(note);
    case "joined":
      return t.joined(note);
  }
}
