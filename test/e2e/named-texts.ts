/**
 * The short texts of a page that a reader is named something by: accessible names, labels, captions, buttons, headings, words
 * of figures, notices. Lessons' prose, code, and what says of itself that it is English (`lang="en"`) are left out.
 */
import type { Page } from "playwright-core";

/** One text and what carries it. */
export interface NamedText {
  /** `aria-label`, `svg text`, `button` ... */
  readonly kind: string;
  readonly text: string;
}

/** The texts of a page's HTML, without opening it: the parser of the browser reads it. */
export function namedTextsOf(page: Page, html: string): Promise<NamedText[]> {
  return page.evaluate(collect, html);
}

/** Runs in the browser: knows nothing of this file. */
function collect(html: string): NamedText[] {
  const ATTRIBUTES = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "title",
    "alt",
    "placeholder",
    "data-failed",
  ];
  const CARRIERS =
    "svg text, svg title, svg desc, figcaption, figure td, figure th, figure li, button, summary, legend, label, option, th, dt, h1, h2, h3, h4, [role=status], [role=alert], [role=tab], [role=img] span, .muted, .empty, .waiting, .notices p";
  const SILENT = "code, pre, kbd, samp, script, style, template, [lang=en], [lang=en] *, .monaco-editor *, .cm-content";
  const found: NamedText[] = [];
  const add = (kind: string, text: string | null) => {
    const words = (text ?? "").replace(/\s+/g, " ").trim();
    if (words !== "") found.push({ kind, text: words });
  };
  /** The words of an element without its code. */
  const wordsOf = (element: Element): string => {
    const copy = element.cloneNode(true) as Element;
    for (const silent of copy.querySelectorAll("code, pre, kbd, samp, [lang=en], style, script"))
      silent.replaceWith(" … ");
    return copy.textContent ?? "";
  };
  const look = (element: Element) => {
    for (const name of ATTRIBUTES) if (element.hasAttribute(name)) add(name, element.getAttribute(name));
    const isCarrier = element.matches(CARRIERS) && !element.matches(SILENT);
    if (isCarrier && !element.querySelector("button, summary, svg text, th, td, li"))
      add(element.closest("svg") ? "svg text" : element.localName, wordsOf(element));
  };
  const walk = (root: ParentNode) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.closest("[lang=en]") === null || element.localName === "html") look(element);
    }
  };
  walk(new DOMParser().parseFromString(html, "text/html").body);
  return found;
}
