/**
 * README's table "Who may import whom", made from layers.ts. `node test/architecture/readme-table.ts --write` puts it
 * there; layers.test.ts says when it is out of date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LAYERS, type Layer } from "./layers.ts";

/** Path of the README. */
export const README = fileURLToPath(new URL("../../README.md", import.meta.url));
const BEGIN = "<!-- layers: made by test/architecture/readme-table.ts --write -->";
const END = "<!-- end of layers -->";

/** The README's text with the table as it must be. */
export function withTable(readme: string): string {
  const [before, after] = [readme.split(BEGIN)[0], readme.split(END)[1]];
  if (before === undefined || after === undefined) throw new Error(`README.md has no place for the table: ${BEGIN}`);
  return `${before}${BEGIN}\n\n${layerTable()}\n\n${END}${after}`;
}

/** The table as Markdown, columns as wide as their texts, as Biome would have them. */
function layerTable(): string {
  const rows = [["layer", "may import"], ...LAYERS.map((layer) => [layer.name, allowedText(layer)])];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

/** What a row allows: layers, with folders of one parent together, then packages. */
function allowedText({ below = [], packages = [] }: Layer): string {
  const parents = Map.groupBy(below, (name) => (name.includes("/") ? (name.split("/")[0] as string) : name));
  const layers = [...parents].map(([parent, names]) => {
    const inside = names.filter((name) => name !== parent).map((name) => name.slice(parent.length + 1));
    const folders =
      inside.length > 1 ? `${parent}/{${inside.join(", ")}}` : inside.map((name) => `${parent}/${name}`).join();
    return [names.includes(parent) ? parent : "", folders].filter((text) => text !== "").join(", ");
  });
  const names = packages.map((name) => name.replace("@quayside/", "").replace(/^node:$/, "Node"));
  return [layers.join(", "), names.join(", ")].filter((text) => text !== "").join("; ") || "nothing";
}

if (import.meta.main) {
  if (process.argv[2] === "--write") writeFileSync(README, withTable(readFileSync(README, "utf8")));
  else console.error("Usage: node test/architecture/readme-table.ts --write");
}
