/** The development page's server: no reload by itself, so that a run in the page is not lost to somebody's saved file. */
import { monaco } from "@quayside/toolchain/vite-monaco";
import { defineConfig } from "vite";

export default defineConfig({ server: { hmr: false, watch: null }, worker: { format: "es" }, plugins: [monaco()] });
