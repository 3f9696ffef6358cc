/** Which tab the arrow keys lead to: around the ends, Home to the first, End to the last. */
export function nextTab(names: readonly string[], current: string, key: string): string | undefined {
  const at = names.indexOf(current);
  const last = names.length - 1;
  if (last < 1) return undefined;
  if (key === "ArrowRight") return names[at === last ? 0 : at + 1];
  if (key === "ArrowLeft") return names[at <= 0 ? last : at - 1];
  if (key === "Home") return names[0];
  if (key === "End") return names[last];
  return undefined;
}
