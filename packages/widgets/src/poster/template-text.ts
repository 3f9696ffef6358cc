/**
 * Writes a Lit template as text, without a document: the map's drawings on a server. It knows what those drawings use (texts,
 * attributes, lists, nested templates, `nothing`); events and properties mean nothing in a picture and are refused.
 */
import { nothing } from "lit";

/** The part of Lit's template results that is read here. */
interface Template {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

const UNQUOTED = /\s([\w:-]+)=$/;

/** The template as markup; every value in it is escaped. */
export function templateText({ strings, values }: Template): string {
  let text = strings[0] ?? "";
  values.forEach((value, index) => {
    const rest = strings[index + 1] ?? "";
    const attribute = UNQUOTED.exec(text);
    if (/\s[@.?][\w-]+=$/.test(text)) throw new Error(`A picture cannot hold ${text.slice(-30)}`);
    if (!insideTag(text)) text += content(value);
    else if (attribute === null) text += escaped(String(value));
    else if (value === nothing) text = text.slice(0, attribute.index);
    else text += `"${escaped(String(value))}"`;
    text += rest;
  });
  return text;
}

function insideTag(text: string): boolean {
  return text.lastIndexOf("<") > text.lastIndexOf(">");
}

function content(value: unknown): string {
  if (value === nothing || value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(content).join("");
  if (typeof value === "object" && "strings" in value) return templateText(value as Template);
  return escaped(String(value));
}

/** A text as it stands in markup, in content and between double quotes alike. */
export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
