/**
 * The look of Quayside as CSS custom properties `--qs-*`, light and dark. The site puts this text in the head of every page;
 * an element on a page that does not have it brings it along (`installTokens`).
 */

const LIGHT = `
  --qs-bg: #f5f8f8; --qs-surface: #ffffff; --qs-raised: #ffffff; --qs-sunken: #eaf0f2; --qs-text: #0d1f2b; --qs-muted: #4d6171;
  --qs-border: #d3dde2; --qs-border-strong: #8fa3b2; --qs-accent: #0a6474; --qs-accent-text: #ffffff; --qs-accent-soft: #dff0f2;
  --qs-brass: #8a5a00; --qs-brass-soft: #fbefd6; --qs-danger: #b3232f; --qs-danger-soft: #fde8e8; --qs-ok: #0a6b4c; --qs-ok-soft: #dff3ea;
  --qs-water: #e3eef3; --qs-water-line: #b9d0db; --qs-shadow: 0 1px 2px rgb(16 34 47 / 8%), 0 6px 20px rgb(16 34 47 / 7%);
  --qs-state-provisioning: #6a4fb0; --qs-state-pending: #8f5a00; --qs-state-activating: #0a6d94; --qs-state-running: #0a7250;
  --qs-state-deactivating: #2446ad; --qs-state-stopping: #7f3300; --qs-state-deprovisioning: #7a4a78; --qs-state-stopped: #566775; --qs-state-failed: #b3232f;
  --qs-cpu: #0a6474; --qs-mem: #5a3fa0;
  --qs-service-1: #4a49d6; --qs-service-1-old: #b3b4f0; --qs-service-2: #a91471; --qs-service-2-old: #e3a5cb; --qs-service-3: #0997c5; --qs-service-3-old: #a9dcf0; --qs-service-4: #1b4a09; --qs-service-4-old: #a5c69a; --qs-service-5: #ae7e4f; --qs-service-5-old: #e5d0b8; --qs-service-6: #47004e; --qs-service-6-old: #c9a0ce;`;

const DARK = `
  --qs-bg: #0a141c; --qs-surface: #0f1d28; --qs-raised: #142633; --qs-sunken: #0c1821; --qs-text: #e9f0f3; --qs-muted: #9db1c0;
  --qs-border: #22384a; --qs-border-strong: #54718a; --qs-accent: #5cc6d6; --qs-accent-text: #06202a; --qs-accent-soft: #0f303a;
  --qs-brass: #e8b95a; --qs-brass-soft: #3a2c10; --qs-danger: #ff8f8f; --qs-danger-soft: #431c22; --qs-ok: #5fd3a4; --qs-ok-soft: #0f3a2c;
  --qs-water: #0c1c28; --qs-water-line: #1d3a4c; --qs-shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 35%);
  --qs-state-provisioning: #b9a3f5; --qs-state-pending: #f0b95c; --qs-state-activating: #63c8ec; --qs-state-running: #55d09f;
  --qs-state-deactivating: #6ea2fb; --qs-state-stopping: #f0743f; --qs-state-deprovisioning: #d8a3d4; --qs-state-stopped: #9fb1be; --qs-state-failed: #ff8f8f;
  --qs-cpu: #5cc6d6; --qs-mem: #bca6ff;
  --qs-service-1: #4d86ff; --qs-service-1-old: #24406f; --qs-service-2: #b7789a; --qs-service-2-old: #543447; --qs-service-3: #6ffaf0; --qs-service-3-old: #27625f; --qs-service-4: #e3ea4a; --qs-service-4-old: #5f6226; --qs-service-5: #e7861d; --qs-service-5-old: #6b4317; --qs-service-6: #b4a0fe; --qs-service-6-old: #4f4775;`;

const SHARED = `
  --qs-font: "Source Sans 3 Variable", "Source Sans 3", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans", sans-serif;
  --qs-mono: "Source Code Pro Variable", "Source Code Pro", "Cascadia Code", ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --qs-radius: 10px; --qs-radius-small: 6px;`;

/** The whole token sheet, for a `<style>` in the page's head. Follows `data-theme` on the root element, else the system; paper is light. */
export const tokenCss = `:root {${SHARED}${LIGHT}
  color-scheme: light; }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {${DARK}
  color-scheme: dark; } }
@media screen { :root[data-theme="dark"] {${DARK}
  color-scheme: dark; } }
`;

/** The values of one theme by their names without `--qs-`, for pictures that stand outside of a page. */
export function tokenValues(theme: "light" | "dark"): Readonly<Record<string, string>> {
  const text = theme === "light" ? LIGHT : DARK;
  return Object.fromEntries([...text.matchAll(/--qs-([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));
}

let installed = false;

/** Gives the page the tokens when it does not have them yet. Harmless to call often. */
export function installTokens(): void {
  if (installed) return;
  installed = true;
  if (getComputedStyle(document.documentElement).getPropertyValue("--qs-state-running") !== "") return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokenCss);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
