/** Chips of tasks travel from where they were to where they are; a new one fades in. Nothing moves for who wants no movement. */

const MOVE_MS = 350;

/** Where each chip stands. */
export function chipPlaces(root: ParentNode): Map<string, DOMRect> {
  const chips = [...root.querySelectorAll<HTMLElement>("[data-task]")];
  return new Map(chips.map((chip) => [chip.dataset.task ?? "", chip.getBoundingClientRect()]));
}

/** Lets the chips travel from where they stood before they were drawn anew. */
export function moveChips(root: ParentNode, before: ReadonlyMap<string, DOMRect>): void {
  for (const chip of root.querySelectorAll<HTMLElement>("[data-task]")) {
    const was = before.get(chip.dataset.task ?? "");
    const is = chip.getBoundingClientRect();
    if (was === undefined) chip.animate([{ opacity: 0 }, { opacity: 1 }], { duration: MOVE_MS });
    else if (was.x !== is.x || was.y !== is.y) {
      const from = `translate(${was.x - is.x}px, ${was.y - is.y}px)`;
      chip.animate([{ transform: from }, { transform: "none" }], {
        duration: MOVE_MS,
        easing: "cubic-bezier(0.2, 0.7, 0.2, 1)",
      });
    }
  }
}
