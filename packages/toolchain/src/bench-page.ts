/**
 * The measurements of the built pages for `npm run bench`: what a lesson loads, and how soon its lab and its editor
 * stand. It prints rows and judges nothing; the budgets of `npm test` are in check-weights.ts.
 */
import { kilobytes, lessonPaths } from "./check-weights.ts";
import { type PageWeight, weighPages } from "./page-weight.ts";
import { inRepository } from "./repository.ts";
import { serveDist } from "./serve-dist.ts";

/** One line of the table: what was measured, and the value with its unit. */
export interface BenchRow {
  what: string;
  value: string;
}

/**
 * Measures pages of dist/, which must be built; all lesson pages when none is named.
 * @throws when dist/ holds no site
 */
export async function benchPages(paths?: readonly string[]): Promise<BenchRow[]> {
  const dist = inRepository("dist");
  const server = await serveDist({ root: dist });
  try {
    return (await weighPages(server.url, paths ?? lessonPaths(dist), { openEditor: true })).flatMap(rowsOf);
  } finally {
    await server.close();
  }
}

function rowsOf({ path, before, labReadyMs, editor }: PageWeight): BenchRow[] {
  const sizes = `${kilobytes(before.htmlBytes)} HTML, ${kilobytes(before.cssBytes)} CSS, ${kilobytes(before.jsBytes)} JS`;
  const rows = [{ what: `${path} before the first touch`, value: sizes }];
  if (labReadyMs !== undefined)
    rows.push({ what: `${path} until the lab stands`, value: `${labReadyMs.toFixed(0)} ms` });
  if (editor) {
    rows.push({ what: `${path} opening the editor adds`, value: `${kilobytes(editor.jsBytes)} JS` });
    rows.push({ what: `${path} from the click to the editor`, value: `${editor.openedMs.toFixed(0)} ms` });
  }
  return rows;
}

if (import.meta.main) {
  const paths = process.argv.slice(2);
  const rows = await benchPages(paths.length > 0 ? paths : undefined);
  for (const { what, value } of rows) console.log(`${what.padEnd(64)} ${value}`);
}
