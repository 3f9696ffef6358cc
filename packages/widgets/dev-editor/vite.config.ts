/**
 * Serves the page for looking at the editor and the terminal by hand; it is not part of what ships. The build's Monaco
 * plugin is found by its place, because the widgets themselves must not depend on the toolchain.
 */
const { monaco } = await import(new URL("../../toolchain/src/vite-monaco.ts", import.meta.url).href);

export default {
  plugins: [monaco()],
  // Pre-bundling would hide Monaco's modules from the plugin.
  optimizeDeps: { exclude: ["monaco-editor"] },
  worker: { format: "es" },
  build: { outDir: "/tmp/quayside-dev-editor", emptyOutDir: true },
};
