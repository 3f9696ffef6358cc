// Words that stand for something on the lab's map: pointing at one, or giving it the focus, rings what it names; a tap or
// a press keeps the rings until the next. The lab's attribute `highlight` says which, also to a lab that is yet to come.
// The other way round, pointing at something on the map marks the words that mean it.

const root = document.documentElement;
let pinned: HTMLElement | undefined;

/** Follows the marked words of a page that has a lab. */
export function watchMarkedWords(lab: HTMLElement): void {
  const show = (word: HTMLElement | null | undefined) => {
    const mark = word?.dataset.mark;
    if (mark === undefined) lab.removeAttribute("highlight");
    else lab.setAttribute("highlight", word === pinned ? `${mark} pinned` : mark);
  };
  const rest = () => show(wordAt(root.querySelector(":focus-visible")) ?? pinned);
  for (const word of document.querySelectorAll<HTMLElement>("span[data-mark]")) {
    word.tabIndex = 0;
    word.role = "button";
    word.ariaPressed = "false";
  }
  for (const name of ["pointerover", "focusin"]) {
    root.addEventListener(name, ({ target }) => {
      const word = wordAt(target);
      if (word) show(word);
    });
  }
  for (const name of ["pointerout", "focusout"]) {
    root.addEventListener(name, ({ target }) => {
      if (wordAt(target)) rest();
    });
  }
  lab.addEventListener("quayside-point", (event) => {
    const { targets } = (event as CustomEvent<{ readonly targets: readonly string[] }>).detail;
    for (const word of document.querySelectorAll<HTMLElement>("[data-mark]"))
      word.toggleAttribute("data-pointed", targets.includes(word.dataset.mark ?? ""));
  });
  root.addEventListener("click", (event) => {
    const word = wordAt(event.target);
    // A word that has its meaning to show is pinned by touch alone: a mouse points and a keyboard has its focus.
    if (!word || (word.localName === "button" && (event as PointerEvent).pointerType !== "touch")) return;
    const before = pinned;
    pinned = word === before ? undefined : word;
    for (const each of [before, pinned]) {
      each?.toggleAttribute("data-pinned", each === pinned);
      if (each?.ariaPressed) each.ariaPressed = String(each === pinned);
    }
    show(pinned);
  });
  root.addEventListener("keydown", (event) => {
    const word = wordAt(event.target);
    if (word?.localName !== "span" || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    word.click();
  });
}

function wordAt(target: EventTarget | null): HTMLElement | null | undefined {
  return (target as Element | null)?.closest?.<HTMLElement>("[data-mark]");
}
