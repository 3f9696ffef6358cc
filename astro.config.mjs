// The site's build: Astro with Starlight underneath and Quayside's own components on top. The course lives in
// content/, so the sidebar comes from src/course and the interface texts from content/i18n.
import mdx from "@astrojs/mdx";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { en } from "./content/i18n/en.ts";
import { vi } from "./content/i18n/vi.ts";
import { sidebarGroups } from "./src/course/sidebar.ts";
import { runButtons, wholeWords } from "./src/run-buttons.ts";
import { siteViteConfig } from "./src/vite-config.ts";

const here = (path) => new URL(path, import.meta.url);
const component = (name) => `./src/components/starlight/${name}.astro`;

/** Interface texts reach Starlight and Expressive Code by this plugin: their own loaders only look below srcDir. */
const interfaceTexts = {
  name: "quayside-interface-texts",
  hooks: {
    "config:setup"() {},
    "i18n:setup"({ injectTranslations }) {
      injectTranslations({ en, vi });
    },
  },
};

export default defineConfig({
  srcDir: "./src",
  publicDir: "./src/public",
  site: process.env.SITE_URL ?? "http://localhost:4321",
  trailingSlash: "always",
  prefetch: false,
  // Style sheets in the page itself: on a slow connection the text appears a round trip earlier.
  build: { inlineStylesheets: "always" },
  redirects: { "/en/": "/" },
  integrations: [
    starlight({
      title: "Quayside",
      defaultLocale: "en",
      locales: { en: { label: "English", lang: "en" }, vi: { label: "Tiếng Việt", lang: "vi" } },
      sidebar: sidebarGroups(here("./content/docs/en/")),
      plugins: [interfaceTexts],
      disable404Route: true,
      favicon: "/favicon.svg",
      customCss: [
        "./src/styles/fonts.css",
        "./src/styles/tokens.css",
        "./src/styles/site.css",
        "./src/styles/prose.css",
      ],
      components: {
        ContentPanel: component("content-panel"),
        FallbackContentNotice: component("fallback-content-notice"),
        Footer: component("footer"),
        Head: component("head"),
        Header: component("header"),
        MarkdownContent: component("markdown-content"),
        PageFrame: component("page-frame"),
        PageSidebar: component("nothing"),
        PageTitle: component("page-title"),
        Sidebar: component("nothing"),
        SkipLink: component("skip-link"),
        ThemeProvider: component("theme-provider"),
        TwoColumnContent: component("two-column-content"),
      },
      expressiveCode: {
        emitExternalStylesheet: false,
        defaultProps: { frame: "none", wrap: true },
        useStarlightUiThemeColors: true,
        styleOverrides: { borderRadius: "0.5rem", codeFontSize: "0.8125rem", codeLineHeight: "1.6" },
        plugins: [runButtons(), wholeWords()],
        getBlockLocale: ({ file }) => (file.path?.includes("/docs/vi/") ? "vi" : "en"),
      },
    }),
    mdx(),
  ],
  vite: siteViteConfig,
});
