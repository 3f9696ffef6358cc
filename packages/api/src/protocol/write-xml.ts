/**
 * An answer as XML: members by their names on the wire, absent members left out. EC2 writes lists as `<item>`s, the query protocol
 * as `<member>`s.
 */
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

/** Whose XML it is. */
export type XmlDialect = "ec2" | "query";

/** The members of a structure as elements, in the model's order. */
export function writeXml(shape: Shape, value: Record<string, unknown>, dialect: XmlDialect): string {
  let xml = "";
  for (const [member, inner] of shape.members) {
    const given = value[member];
    if (given === undefined || given === null) continue;
    const usual = dialect === "ec2" ? member.charAt(0).toLowerCase() + member.slice(1) : member;
    const name = shape.wire?.[member] ?? usual;
    xml += `<${name}>${content(inner, given, dialect)}</${name}>`;
  }
  return xml;
}

function content(shape: Shape, value: unknown, dialect: XmlDialect): string {
  if (shape.type === "structure") return writeXml(shape, value as Record<string, unknown>, dialect);
  const inner = shape.element as Shape;
  if (shape.type === "list") {
    const name = dialect === "ec2" ? "item" : "member";
    return (value as readonly unknown[]).map((item) => `<${name}>${content(inner, item, dialect)}</${name}>`).join("");
  }
  if (shape.type === "map") {
    const { key = "key", value: held = "value" } = shape.wire ?? {};
    return Object.entries(value as object)
      .map(([name, item]) => `<${key}>${xmlText(name)}</${key}><${held}>${content(inner, item, dialect)}</${held}>`)
      .map((entry) => `<entry>${entry}</entry>`)
      .join("");
  }
  return shape.type === "timestamp" ? xmlMoment(value as number) : xmlText(String(value));
}

/** Seconds since 1970 as XML has them: `2026-01-05T09:00:00.000Z`. */
export function xmlMoment(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString();
}
