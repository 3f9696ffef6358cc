/** What a lab in the pseudo-language shows that is not in brackets, and what does not fit; in the page, through every shadow root. */
import type { Page } from "playwright-core";

/** Words outside of brackets, and where they stand. */
export interface NakedText {
  readonly where: string;
  readonly text: string;
}

/** The faults of one moment. */
export interface PseudoFaults {
  readonly naked: readonly NakedText[];
  /** What is cut off or sticks out, as sentences. */
  readonly cut: readonly string[];
}

/** Looks at all of the lab. */
export function pseudoFaults(page: Page): Promise<PseudoFaults> {
  return page.evaluate(collect);
}

/** Runs in the browser: knows nothing of this file. */
function collect(): PseudoFaults {
  const SILENT = "code, pre, kbd, samp, style, script, .mono, [lang=en]";
  const NAMES = ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder"];
  const naked: NakedText[] = [];
  const cut = new Set<string>();
  const name = (element: Element | null): string => {
    const root = element?.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.localName} ` : "";
    return `${host}${element?.localName}${[...(element?.classList ?? [])].map((each) => `.${each}`).join("")}`;
  };
  /** What of a text stands outside of brackets. */
  const outside = (text: string, state: { depth: number }): string => {
    let bare = "";
    for (const letter of text) {
      if (letter === "⟦") state.depth += 1;
      else if (letter === "⟧") state.depth -= 1;
      else bare += state.depth > 0 ? " " : letter;
    }
    return bare.replace(/\s+/g, " ").trim();
  };
  const above = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  /** A name that may be broken between its words is one text. */
  const wordsOf = (node: Text, parent: Element): string => {
    if (parent.querySelector(":scope > wbr") === null) return node.data;
    return parent.firstChild === node || node.previousSibling?.nodeName === "#comment"
      ? (parent.textContent ?? "")
      : "";
  };
  /** Whether a text is cut by what stands around it, or sticks out of it. */
  const fits = (node: Text, parent: Element) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    // A text in a picture may be squeezed, which its range does not know.
    const box = (parent instanceof SVGElement ? parent : range).getBoundingClientRect();
    if (box.width < 2) return;
    const said = () => `${name(parent)} "${node.data.trim().slice(0, 40)}"`;
    const free = { x: false, y: false };
    let boxed = false;
    for (let at: Element | null = parent; at !== null; at = above(at)) {
      const style = getComputedStyle(at);
      if (style.display === "contents") continue;
      const around = at.getBoundingClientRect();
      // A space at the end of a line hangs over.
      const hangs = style.whiteSpaceCollapse === "preserve" ? 10 : 0;
      const past = {
        x: Math.max(box.right - around.right - hangs, around.left - box.left),
        y: Math.max(box.bottom - around.bottom, around.top - box.top),
      };
      // Said and not shown, or shown in another way.
      if (style.clipPath.startsWith("inset") || around.width < 2) return;
      for (const axis of ["x", "y"] as const) {
        const overflow = axis === "x" ? style.overflowX : style.overflowY;
        if (/auto|scroll/.test(overflow)) free[axis] = true;
        const elided = axis === "x" && style.textOverflow === "ellipsis";
        if (!free[axis] && !elided && /hidden|clip/.test(overflow) && past[axis] > 1.5)
          cut.add(`${said()} is cut by ${name(at)}`);
        if (elided && past.x > 1.5) return;
      }
      const framed =
        style.display !== "inline" &&
        (style.borderRightWidth !== "0px" || at.matches("button, td, th, li, dt, dd, label, h2, h3"));
      if (framed && !boxed && !(at instanceof SVGElement)) {
        boxed = true;
        if (!free.x && past.x > 1.5) cut.add(`${said()} sticks out of ${name(at)} by ${Math.round(past.x)}`);
        if (!free.y && past.y > 3 && at.matches("button"))
          cut.add(`${said()} is too high for ${name(at)} by ${Math.round(past.y)}`);
      }
      if (at.localName === "svg" && Math.max(past.x, past.y) > 1.5) cut.add(`${said()} sticks out of the picture`);
      if (style.position === "fixed") break;
    }
    if (!free.x && (box.right > innerWidth + 1 || box.left < -1)) cut.add(`${said()} is outside of the window`);
  };
  const walk = (root: ParentNode & Node) => {
    const state = { depth: 0 };
    let opened = "";
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      const element = node instanceof Element ? node : node.parentElement;
      if (element === null || element.closest(SILENT) !== null) continue;
      if (!element.matches("option") && !element.checkVisibility({ visibilityProperty: true })) continue;
      if (node instanceof Element) {
        for (const attribute of NAMES) {
          const text = outside(element.getAttribute(attribute) ?? "", { depth: 0 });
          if (text !== "") naked.push({ where: `${name(element)}[${attribute}]`, text });
        }
        if (element.shadowRoot && element.localName !== "quayside-plain-text") walk(element.shadowRoot);
        continue;
      }
      const said = wordsOf(node as Text, element);
      const before = state.depth;
      const text = outside(said, state);
      if (text !== "") naked.push({ where: name(element), text });
      if (said.includes("⟦") && state.depth > before) opened = `${name(element)} "${said.trim()}"`;
      if ((node as Text).data.trim() !== "") fits(node as Text, element);
    }
    if (state.depth !== 0) cut.add(`${opened} or a text after it has lost its end`);
  };
  const lab = document.querySelector("quayside-lab");
  walk(lab?.shadowRoot ?? document.body);
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) cut.add("the page scrolls sideways");
  return { naked, cut: [...cut] };
}
