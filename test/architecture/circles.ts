/**
 * Circles of files and of folders, over everything that the gate reads: Biome sees neither generated files nor folders.
 * A folder and what is inside of it are one thing; folders beside each other know each other in one direction only.
 */

/** One file that reaches another. */
export interface Edge {
  file: string;
  line: number;
  target: string;
  isTest: boolean;
}

interface Found {
  file: string;
  line: number;
  sentence: string;
}

/** Every reach that is part of a circle of files. */
export function fileCircles(edges: readonly Edge[]): Found[] {
  const arrows = edges.map((edge) => ({ from: edge.file, to: edge.target, edge }));
  return inCircles(arrows).map(({ edge: { file, line, target } }) => ({
    file,
    line,
    sentence: `is in a circle of files: ${target} leads back here`,
  }));
}

/** Every reach that is part of a circle of folders beside each other. Tests may look at their neighbours. */
export function folderCircles(edges: readonly Edge[]): Found[] {
  const arrows = edges
    .filter(({ isTest }) => !isTest)
    .flatMap((edge) => {
      const [from, to] = besideEachOther(edge.file, edge.target);
      return from === undefined || to === undefined ? [] : [{ from, to, edge }];
    });
  return inCircles(arrows).map(({ from, to, edge: { file, line } }) => ({
    file,
    line,
    sentence: `is in a circle of folders: ${to} leads back to ${from}`,
  }));
}

/** The two folders at which the ways to two files part, when both part into folders. */
function besideEachOther(file: string, target: string): [string, string] | [] {
  const [left, right] = [file.split("/").slice(0, -1), target.split("/").slice(0, -1)];
  const parting = left.findIndex((name, at) => name !== right[at]);
  if (parting < 0 || right[parting] === undefined) return [];
  return [left.slice(0, parting + 1).join("/"), right.slice(0, parting + 1).join("/")];
}

/** The arrows whose end leads back to their beginning. */
function inCircles<T extends { from: string; to: string }>(arrows: readonly T[]): T[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of arrows) next.set(from, (next.get(from) ?? new Set()).add(to));
  const leadsTo = (from: string, to: string): boolean => {
    const seen = new Set([from]);
    for (const place of seen) {
      if (place === to) return true;
      for (const other of next.get(place) ?? []) seen.add(other);
    }
    return false;
  };
  return arrows.filter(({ from, to }) => leadsTo(to, from));
}
