/** An answer as EC2's XML: members by their names on the wire, lists as `<item>`s, absent members left out. */
import type { Shape } from "../model.ts";

/** Media type of every answer in XML. @source Recorded answers of Amazon EC2 (checked 2026-11-21) */
export const XML_TYPE = "text/xml;charset=UTF-8";
/** What every answer in XML begins with. @source Extensible Markup Language 1.0, XML declaration (checked 2026-11-21) */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text between tags. Characters that XML cannot hold become question marks. */
export function xmlText(text: string): string {
  const shown = Array.from(text, (char) => (isForXml(char) ? char : "?")).join("");
  return shown.replace(/[&<>"']/g, (char) => ESCAPES[char] as string);
}

/** XML 1.0 has no control characters but tab and the ends of lines, and no halves of pairs. */
function isForXml(char: string): boolean {
  const code = char.codePointAt(0) as number;
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** The members of a structure as elements, in the model's order. */
export function writeXml(shape: Shape, value: Record<string, unknown>): string {
  let xml = "";
  for (const [member, inner] of shape.members) {
    const given = value[member];
    if (given === undefined || given === null) continue;
    const name = shape.wire?.[member] ?? member.charAt(0).toLowerCase() + member.slice(1);
    xml += `<${name}>${content(inner, given)}</${name}>`;
  }
  return xml;
}

function content(shape: Shape, value: unknown): string {
  if (shape.type === "structure") return writeXml(shape, value as Record<string, unknown>);
  if (shape.type === "list") {
    return (value as readonly unknown[])
      .map((item) => `<item>${content(shape.element as Shape, item)}</item>`)
      .join("");
  }
  return shape.type === "timestamp" ? xmlMoment(value as number) : xmlText(String(value));
}

/** Seconds since 1970 as EC2 writes them: `2026-01-05T09:00:00.000Z`. */
export function xmlMoment(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString();
}
