// Vite's part of the site's build: the alias that lessons use to reach their components, and Monaco kept out of the
// first load.
import { fileURLToPath } from "node:url";
import { monaco } from "@quayside/toolchain/vite-monaco";

const components = fileURLToPath(new URL("./components/lesson/index.ts", import.meta.url));

export const siteViteConfig = {
  resolve: { alias: { "@site/lesson": components } },
  worker: { format: "es" as const },
  build: { chunkSizeWarningLimit: 5000, rolldownOptions: { shimMissingExports: true } },
  plugins: [monaco(), missingIslands()],
};

/** While a widget's entry point does not exist yet, its import fails in the page (in its own box), not in the build. */
function missingIslands() {
  const prefix = "\0missing-island:";
  return {
    name: "quayside:missing-islands",
    async resolveId(this: any, id: string, importer: string | undefined) {
      if (!/^@quayside\/(widgets|api|simulator|grader)(\/|$)/.test(id)) return null;
      try {
        const found = await this.resolve(id, importer, { skipSelf: true });
        if (found) return found;
      } catch {}
      return prefix + id;
    },
    load(id: string) {
      if (!id.startsWith(prefix)) return null;
      return `throw new Error(${JSON.stringify(`${id.slice(prefix.length)} is not part of this build`)});`;
    },
  };
}
