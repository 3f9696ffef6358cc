/** The bar of buttons below the map is one stop of Tab, as a toolbar is: arrow keys go from one button to the next, round and round. */

/** The button from which Tab goes on, after an arrow key. @returns the one that has the focus now; undefined for another key */
export function walkBar(bar: ParentNode, from: EventTarget | null, key: string): HTMLElement | undefined {
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  const buttons = buttonsOf(bar);
  const at = buttons.indexOf(from as HTMLElement);
  if (step === 0 || at < 0) return undefined;
  const next = buttons[(at + step + buttons.length) % buttons.length];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
  return next;
}

/** Its own buttons and those that the lab has put into it, as they stand. */
function buttonsOf(bar: ParentNode): HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>("button, slot")].flatMap((element) =>
    element instanceof HTMLSlotElement ? (element.assignedElements() as HTMLElement[]) : [element],
  );
}
