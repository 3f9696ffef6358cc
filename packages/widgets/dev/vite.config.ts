/** The development page's server: no reload by itself, so that a run in the page is not lost to somebody's saved file. */
export default { server: { hmr: false, watch: null }, worker: { format: "es" } };
