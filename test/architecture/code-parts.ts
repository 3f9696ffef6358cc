/**
 * The parts of a file that are code. In .astro files that is the front matter, the scripts and what stands in braces;
 * in .mdx files imports and exports wherever they stand, over several lines, and what stands in braces; in .html files
 * the scripts. Line numbers stay. It leaves out fences of code, which are shown and not run.
 */

/** Code, and the line (from 1) on which it begins in its file. */
export interface CodePart {
  code: string;
  firstLine: number;
}

/** The code of a file; `path` tells the kind. */
export function codeParts(path: string, text: string): CodePart[] {
  if (path.endsWith(".mdx")) return mdxParts(text);
  if (path.endsWith(".html")) return scriptParts(text);
  if (!path.endsWith(".astro")) return [{ code: text, firstLine: 1 }];
  const front = /^\s*---\r?\n([\s\S]*?)^\s*---/m.exec(text);
  const template = front === null ? text : blankLines(front[0]) + text.slice(front.index + front[0].length);
  return [
    ...(front === null ? [] : [partAt(text, front.index, front[0], front[1] as string)]),
    ...scriptParts(template),
    ...loaderParts(template.replaceAll(/<script\b[\s\S]*?<\/script>/g, blankLines)),
  ];
}

function mdxParts(text: string): CodePart[] {
  const shown = text.replaceAll(/^ *(```+|~~~+)[\s\S]*?^ *\1/gm, blankLines);
  // An import or export goes on until a blank line, as MDX reads it.
  const blocks = [...shown.matchAll(/^(?:import|export)\b[\s\S]*?(?=\r?\n\s*\r?\n|$(?![\s\S]))/gm)];
  const parts = blocks.map((match) => partAt(shown, match.index, match[0], match[0]));
  const rest = shown.replaceAll(/^(?:import|export)\b[\s\S]*?(?=\r?\n\s*\r?\n|$(?![\s\S]))/gm, blankLines);
  return [...parts, ...loaderParts(rest.replaceAll(/`[^`\n]*`/g, ""))];
}

/** Scripts: their text, and the file that they name. */
function scriptParts(text: string): CodePart[] {
  return [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].flatMap((match) => {
    const [whole, attributes = "", code = ""] = match;
    const source = /\bsrc\s*=\s*(["'])(?!\/|https?:)(.*?)\1/.exec(attributes)?.[2];
    const part = partAt(text, match.index, whole, code);
    if (source === undefined) return [part];
    return [{ code: `import ${JSON.stringify(source)};`, firstLine: text.slice(0, match.index).split("\n").length }];
  });
}

/** What a template loads in an expression: dynamic imports, globs, addresses. */
function loaderParts(text: string): CodePart[] {
  const loaders = /\b(?:import(?:\.meta\.glob)?|require)\s*(?:<[^()]*>)?\([^)]*\)|\bnew\s+URL\([^)]*\)/g;
  return [...text.matchAll(loaders)].map((match) => partAt(text, match.index, match[0], match[0]));
}

function partAt(text: string, index: number, whole: string, code: string): CodePart {
  const before = text.slice(0, index + whole.indexOf(code));
  return { code, firstLine: before.split("\n").length };
}

function blankLines(text: string): string {
  return text.replaceAll(/[^\n]/g, "");
}
