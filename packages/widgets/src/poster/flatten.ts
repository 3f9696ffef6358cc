/**
 * Turns the map's markup, which is styled by a sheet, into a picture that carries its own looks: each element gets the
 * attributes that the sheet gives it. Such a picture stands in a page without touching its styles, and in a file on its own.
 */
import { fits, type Rule, type Styled } from "./style-rules.ts";

/** Gives the value of a design token by its name without `--qs-`: a colour, a list of fonts, or a reference to them. */
export type TokenValue = (token: string) => string;

interface Open extends Styled {
  /** The token that `var(--c)` stands for. */
  readonly colour: string;
  readonly parent: Open | undefined;
  readonly hidden: boolean;
}

const TAG = /<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const LONG_NUMBER = /-?\d+\.\d{2,}/g;
const SHAPES = new Set(["rect", "path"]);

/** The markup with its looks as attributes, one element a line. What would not be seen is left out. */
export function flatten(markup: string, rules: readonly Rule[], value: TokenValue): string {
  const lines: string[] = [];
  let line = "";
  let at: Open | undefined;
  for (const [, slash, name = "", written = "", selfClosing, text] of markup.matchAll(TAG)) {
    if (text !== undefined) {
      // Space between elements is the template's; in a text it is the sentence's.
      if (at?.hidden === false && inText(at)) line += text;
      continue;
    }
    if (slash === "/") {
      if (at?.hidden === false) line += `</${name}>`;
      at = at?.parent;
      if (!inText(at)) line = flush(lines, line);
      continue;
    }
    const element = open(name, written, at);
    const attributes = looks(element, written, { rules, value });
    const hidden = element.hidden || isInvisible(name, attributes);
    if (!hidden) line += `<${name}${[...attributes].map(([key, each]) => ` ${key}="${each}"`).join("")}${selfClosing}>`;
    if (selfClosing !== "/") at = { ...element, hidden };
    if (!inText(at) && !SHAPES.has(name)) line = flush(lines, line);
  }
  return lines.join("\n").replace(/<(rect|path)([^>]*)><\/\1>/g, "<$1$2/>");
}

function flush(lines: string[], line: string): string {
  if (line !== "") lines.push(line);
  return "";
}

function inText(at: Open | undefined): boolean {
  return at?.name === "text" || at?.name === "tspan";
}

function open(name: string, written: string, parent: Open | undefined): Open {
  const [, classes = ""] = /\sclass="([^"]*)"/.exec(written) ?? [];
  const [, own] = /style="--c: var\(--qs-([\w-]+)\)"/.exec(written) ?? [];
  const colour = own ?? parent?.colour ?? "muted";
  return { name, classes: classes.split(/\s+/).filter(Boolean), parent, colour, hidden: parent?.hidden ?? false };
}

/** An element's attributes: those that were written, and what the sheet says, which wins. */
function looks(
  element: Open,
  written: string,
  given: { readonly rules: readonly Rule[]; readonly value: TokenValue },
): Map<string, string> {
  const attributes = new Map<string, string>();
  const resolve = (text: string): string =>
    text
      .replace(/var\(--c\)/g, () => given.value(element.colour))
      .replace(/var\(--qs-([\w-]+)\)/g, (_, token: string) => given.value(token));
  for (const [, key = "", text = ""] of written.matchAll(ATTRIBUTE)) {
    const [, fill] = key === "style" ? (/^fill: (.+)$/.exec(text) ?? []) : [];
    if (fill !== undefined) attributes.set("fill", resolve(fill));
    else if (key !== "class" && key !== "style") attributes.set(key, shorter(key, text));
  }
  for (const rule of given.rules) {
    if (!fits(rule, element)) continue;
    for (const [property, text] of rule.declarations) attributes.set(property, resolve(text).replaceAll('"', "'"));
  }
  return attributes;
}

/** Tenths of a pixel are enough; what scales a whole box needs more. */
function shorter(key: string, text: string): string {
  const unit = key === "transform" ? 1000 : 10;
  return text.replace(LONG_NUMBER, (number) => String(Math.round(Number(number) * unit) / unit));
}

function isInvisible(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return SHAPES.has(name) && attributes.get("fill") === "none" && !attributes.has("stroke");
}
