// Vite's part of the site's build: the alias by which lessons reach their components, Monaco kept out of the first
// load, and labs with their first moment.

import { fileURLToPath } from "node:url";
import { moduleGraph } from "@quayside/toolchain/vite-module-graph";
import { monaco } from "@quayside/toolchain/vite-monaco";
import { shortStyles } from "@quayside/toolchain/vite-short-styles";
import { begunLabs } from "./vite-begun-labs.ts";
import { lateParts } from "./vite-late-parts.ts";

/** `vite` of the Astro configuration. */
export const siteViteConfig = {
  resolve: { alias: { "@site/lesson": fileURLToPath(new URL("./components/lesson/index.ts", import.meta.url)) } },
  worker: { format: "es" as const },
  build: { chunkSizeWarningLimit: 5000 },
  plugins: [monaco(), begunLabs(), shortStyles(), lateParts(), moduleGraph()],
};
