// Vite's plugin for parts of the site that open by a press, or in a panel that few open. What imports one dynamically carries
// no list of what to fetch along with it: the part comes a round trip later, and pages that nobody touches are lighter.

/** The part of Vite's plugin interface in use. */
interface LatePartsPlugin {
  name: string;
  configEnvironment(name: string): { build: { modulePreload: { resolveDependencies: typeof preloaded } } } | undefined;
}

const LATE =
  /(?:^|\/)(?:answers|comparing|open-lab|open-run|quayside-(?:compare|faults|keys|share|solution|why)|start-tour|(?:[\w-]+-)?tour)\.[\w-]+\.js$/;

/** The plugin for `vite.plugins` of the Astro configuration; Astro has settings of its own for the client, which it adds to. */
export function lateParts(): LatePartsPlugin {
  return {
    name: "quayside:late-parts",
    configEnvironment: (name) =>
      name === "client" ? { build: { modulePreload: { resolveDependencies: preloaded } } } : undefined,
  };
}

/** Which of its parts are fetched along with a script. */
function preloaded(file: string, parts: string[]): string[] {
  return LATE.test(file) ? [] : parts;
}
