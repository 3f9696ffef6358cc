// Ids for elements that a page may hold several times, counted per page so that a build is the same every time.
const counters = new WeakMap<Request, number>();

/** An id that no other call for the same page gets: the stem with a number behind it, from 1. */
export function nextId(page: Request, stem: string): string {
  const count = (counters.get(page) ?? 0) + 1;
  counters.set(page, count);
  return `${stem}-${count}`;
}
