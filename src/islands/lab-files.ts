// Finds the lab of a lesson. Every lab.ts of the course is a chunk of its own, so a page loads only its lab.

import type { Lab } from "@quayside/grader";

const files = import.meta.glob<{ default: Lab }>("../../content/docs/en/**/lab.ts");

/**
 * The lab of a lesson id such as "01/01".
 * @throws Error when the course has no lab for it.
 */
export async function loadLab(id: string): Promise<Lab> {
  const [part, lesson] = id.split("/");
  const place = new RegExp(`/docs/en/${part}-[^/]+/${lesson}-[^/]+/lab\\.ts$`);
  const path = Object.keys(files).find((each) => place.test(each));
  const load = path && files[path];
  if (!load) throw new Error(`The course has no lab for lesson ${id}.`);
  return (await load()).default;
}
