/** What of a terminal comes into view by itself: its last block, and the chosen option of the list that lies over the log. */

/** Shows the last block: the start of a long output is worth more than its end, but for what it means. */
export function showLastBlock(root: ParentNode): void {
  const log = root.querySelector<HTMLElement>(".log");
  const last = log?.querySelector<HTMLElement>(".block:last-of-type");
  if (log === null || last === null || last === undefined) return;
  const isLong = last.offsetHeight > log.clientHeight && last.querySelector(".thought") === null;
  log.scrollTop = isLong ? last.offsetTop - log.offsetTop - 4 : log.scrollHeight;
}

/** The list opens over the log and must end where the log begins, however low the terminal is. */
export function fitMenu(root: ParentNode): void {
  const menu = root.querySelector<HTMLElement>(".menu");
  const room = root.querySelector<HTMLElement>(".log")?.clientHeight ?? 0;
  if (menu !== null) menu.style.maxHeight = `${Math.max(96, Math.min(240, room - 12))}px`;
  menu?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
}
