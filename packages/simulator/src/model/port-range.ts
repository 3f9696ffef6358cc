/** Ranges of ports as a mapping writes them: `8080-8090`. Source: API Reference, PortMapping, containerPortRange (checked 2026-11-29). */
const HIGHEST_PORT = 65_535;

/** The lowest and the highest port of a range; undefined when the text is none. */
export function readPortRange(range: string | undefined): { readonly low: number; readonly high: number } | undefined {
  const match = /^(\d{1,5})-(\d{1,5})$/.exec(range ?? "");
  const [low, high] = [Number(match?.[1]), Number(match?.[2])];
  return isPort(low, 1) && isPort(high, 1) && low < high ? { low, high } : undefined;
}

/** Whether it is the number of a port. */
export function isPort(port: number | undefined, lowest: number): boolean {
  return port !== undefined && Number.isInteger(port) && port >= lowest && port <= HIGHEST_PORT;
}
