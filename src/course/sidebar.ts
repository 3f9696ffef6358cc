// Turns the course into Starlight's sidebar: only lessons that are written, in course order. Starlight derives
// "previous" and "next" from it.

import { existsSync } from "node:fs";
import { course } from "./course.ts";

/** A group of Starlight's sidebar configuration. */
export interface SidebarGroup {
  label: string;
  translations: { vi: string };
  items: { slug: string }[];
}

/**
 * The sidebar's groups for the lessons that exist below a folder of content, usually content/docs/en/.
 * Parts without a written lesson are left out, so the result is empty for an empty folder.
 */
export function sidebarGroups(docsFolder: URL): SidebarGroup[] {
  return course
    .map((part) => ({
      label: part.title.en,
      translations: { vi: part.title.vi },
      items: part.lessons
        .filter((lesson) => existsSync(new URL(`${lesson.folder}/index.mdx`, docsFolder)))
        .map((lesson) => ({ slug: lesson.slug })),
    }))
    .filter((group) => group.items.length > 0);
}
