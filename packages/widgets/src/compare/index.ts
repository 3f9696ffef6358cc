/** Two stories before a page shows them: run to their end, compared there. Without elements, for the site's build. */
import type { Session } from "@quayside/simulator";
import { type CountRow, type Differences, differencesOf, type Side } from "./differences.ts";
import { Roles } from "./roles.ts";

export { runStory, type Story, type StoryStep } from "./story.ts";
export type { CountRow, Differences };

/** What differs between two runs at the moments to which they have come. */
export function compareSessions(a: Session, b: Session): Differences {
  return differencesOf(sideOf(a), sideOf(b));
}

function sideOf({ tables, journal }: Session): Side {
  const roles = new Roles();
  roles.follow(journal.records);
  return { tables, roles };
}
