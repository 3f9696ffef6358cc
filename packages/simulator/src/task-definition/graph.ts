/** Cycles among containers: of `dependsOn` and of `links`. No recursion, so that ten thousand containers are fine too. */

/** A node's name and the names that it points to. */
export type Edges = readonly (readonly [name: string, targets: readonly string[]])[];

/** Index of the first node that lies on a cycle, or undefined when there is none. Unknown targets are left out. */
export function firstOfCycle(edges: Edges): number | undefined {
  const nodes = new Map(edges.map(([name, targets]) => [name, new Set(targets)]));
  for (const targets of nodes.values()) for (const name of targets) if (!nodes.has(name)) targets.delete(name);
  removeLeaves(nodes);
  removeLeaves(reversed(nodes)).forEach((name) => {
    nodes.delete(name);
  });
  // What is left lies on a cycle or on a way from one cycle to another; the first of the text is near enough to both.
  const index = edges.findIndex(([name]) => nodes.has(name));
  return index === -1 ? undefined : index;
}

/** Removes again and again the nodes that point to nothing; gives their names. */
function removeLeaves(nodes: Map<string, Set<string>>): string[] {
  const pointing = reversed(nodes);
  const leaves = [...nodes.keys()].filter((name) => nodes.get(name)?.size === 0);
  for (let next = 0; next < leaves.length; next += 1) {
    const leaf = leaves[next] as string;
    nodes.delete(leaf);
    for (const name of pointing.get(leaf) ?? []) {
      const targets = nodes.get(name);
      if (targets?.delete(leaf) === true && targets.size === 0) leaves.push(name);
    }
  }
  return leaves;
}

/** The same nodes with every edge turned round. */
function reversed(nodes: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Set<string>> {
  const turned = new Map<string, Set<string>>(Array.from(nodes.keys(), (name) => [name, new Set()]));
  for (const [name, targets] of nodes) for (const target of targets) turned.get(target)?.add(name);
  return turned;
}
