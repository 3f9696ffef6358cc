/** Looks of the editor around its text. Colours come from the page's `--qs-*` properties; each has a fallback. */
import { css } from "lit";

export const editorStyles = css`
  :host {
    display: grid; grid-template: max-content minmax(4rem, 1fr) fit-content(40%) / minmax(0, 1fr); box-sizing: border-box; height: 100%;
    color: var(--qs-text, #10222f); background: var(--qs-surface, #fff);
    overflow: hidden;
    font: 0.875rem/1.4 var(--qs-font, system-ui, sans-serif); text-align: left;
    --line: 20px;
  }
  :host([hidden]) { display: none; }
  button { font: inherit; color: inherit; background: none; border: 0; cursor: pointer; border-radius: 5px; }
  button:disabled { cursor: default; opacity: 0.55; }
  :focus-visible { outline: 2px solid var(--qs-accent, #0b6a86); outline-offset: -2px; }

  .head {
    display: flex; align-items: stretch; gap: 0.25rem; min-height: 2.5rem; padding-right: 0.375rem;
    border-bottom: 1px solid var(--qs-border, #cfdae2);
    background: color-mix(in oklab, var(--qs-sunken, #e9eff3) 45%, var(--qs-surface, #fff));
  }
  .tabs { --edge: color-mix(in oklab, var(--qs-sunken, #e9eff3) 45%, var(--qs-surface, #fff)); display: flex; min-width: 0; flex: 1; overflow-x: auto; scrollbar-width: none; }
  .tab {
    position: relative; flex: none; padding: 0 0.875rem; border-radius: 0; color: var(--qs-muted, #4d6171);
    font-family: var(--qs-mono, ui-monospace, monospace); font-size: 0.8125rem;
  }
  .tab:hover { color: var(--qs-text, #10222f); }
  .tab[aria-selected="true"] { color: var(--qs-text, #10222f); background: var(--qs-surface, #fff); }
  .tab[aria-selected="true"]::after {
    content: ""; position: absolute; inset: auto 0 -1px; height: 2px; background: var(--qs-accent, #0b6a86);
  }
  .tab .bad { margin-left: 0.375rem; color: var(--qs-danger, #b3232f); font-size: 0.75rem; }
  .tools { display: flex; align-items: center; gap: 0.25rem; flex: none; }
  .tool { padding: 0.3125rem 0.5625rem; color: var(--qs-muted, #4d6171); white-space: nowrap; font-size: 0.8125rem; }
  .tool:hover:not(:disabled) { color: var(--qs-text, #10222f); background: color-mix(in oklab, currentColor 10%, transparent); }
  .tool.run { color: var(--qs-accent-text, #fff); background: var(--qs-accent, #0b6a86); font-weight: 600; }
  .tool.run:hover { color: var(--qs-accent-text, #fff); background: color-mix(in oklab, var(--qs-accent, #0b6a86) 88%, black); }
  .lock { color: var(--qs-muted, #4d6171); font-size: 0.75rem; }

  .body {
    position: relative; min-height: 0; font-family: var(--qs-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
    font-size: 13px; line-height: var(--line);
  }
  .sheet { position: absolute; inset: 0; }
  .sheet[hidden] { display: none; }
  .sheet .monaco-editor { outline: none; }
  .monaco-hover .rendered-markdown p + p, .suggest-details p + p { margin-top: 0.5rem; }
  .suggest-details .docs { font-family: var(--qs-font, system-ui, sans-serif); }
  .loading {
    position: absolute; right: 0.75rem; bottom: 0.75rem; z-index: 5; padding: 0.3rem 0.7rem; border-radius: 99px;
    font: 0.75rem/1.4 var(--qs-font, system-ui, sans-serif); color: var(--qs-muted, #4d6171);
    background: var(--qs-bg, #f4f6f9); border: 1px solid var(--qs-border, #cfdae2);
  }

  .foot { display: flex; flex-direction: column; min-height: 0; border-top: 1px solid var(--qs-border, #cfdae2); font-size: 0.8125rem; }
  .status {
    flex: none; display: flex; gap: 0.75rem; align-items: baseline; padding: 0.3125rem 0.75rem; color: var(--qs-muted, #4d6171);
    background: color-mix(in oklab, var(--qs-sunken, #e9eff3) 45%, var(--qs-surface, #fff)); min-height: 1.25rem;
  }
  .verdict { flex: none; font-weight: 600; }
  .verdict.good { color: var(--qs-ok, #0a6b4c); }
  .verdict.bad { color: var(--qs-danger, #b3232f); }
  .verdict.careful { color: var(--qs-brass, #8a5a00); }
  .where { min-width: 0; flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .where code { font: 0.95em var(--qs-mono, ui-monospace, monospace); color: var(--qs-text, #10222f); }
  .keys { flex: none; }
  .list { list-style: none; margin: 0; padding: 0; max-height: 9.5rem; min-height: 0; overflow-y: auto; scrollbar-width: thin; }
  .list li + li { border-top: 1px solid color-mix(in oklab, var(--qs-border, #cfdae2) 55%, transparent); }
  .problem {
    display: grid; grid-template-columns: 1.125rem 3.75rem minmax(0, 1fr); gap: 0.375rem; width: 100%; border-radius: 0;
    padding: 0.375rem 0.75rem; text-align: left; align-items: baseline;
  }
  .problem:hover { background: color-mix(in oklab, var(--qs-accent, #0b6a86) 8%, transparent); }
  .sign { font-size: 0.75rem; }
  .error .sign { color: var(--qs-danger, #b3232f); }
  .warning .sign { color: var(--qs-brass, #8a5a00); }
  .info .sign { color: var(--qs-accent, #0b6a86); }
  .place { color: var(--qs-muted, #4d6171); font-variant-numeric: tabular-nums; }
  .words { overflow-wrap: anywhere; }
  .hint, .path { color: var(--qs-muted, #4d6171); }
  .path { display: block; font: 0.75rem/1.4 var(--qs-mono, ui-monospace, monospace); }
  .list li { display: flex; flex-wrap: wrap; align-items: center; }
  .fixes { display: flex; flex-wrap: wrap; gap: 0.25rem 0.375rem; flex: 1 0 100%; padding: 0 0.75rem 0.4375rem 6.25rem; }
  .fix, .choice {
    padding: 0.125rem 0.5rem; border: 1px solid color-mix(in oklab, var(--qs-accent, #0b6a86) 45%, transparent);
    color: var(--qs-accent, #0b6a86); font-size: 0.8125rem; text-align: left; overflow-wrap: anywhere;
  }
  .fix:hover, .choice:hover { background: color-mix(in oklab, var(--qs-accent, #0b6a86) 12%, transparent); }
  .choices {
    flex: none; display: flex; gap: 0.375rem; align-items: baseline; padding: 0.25rem 0.75rem 0.3125rem; overflow-x: auto;
    scrollbar-width: thin; color: var(--qs-muted, #4d6171); white-space: nowrap;
    border-bottom: 1px solid color-mix(in oklab, var(--qs-border, #cfdae2) 55%, transparent);
  }
  .choice { flex: none; padding: 0.0625rem 0.4375rem; }
  .choice code { font: 0.95em var(--qs-mono, ui-monospace, monospace); }
  .choice small { color: var(--qs-muted, #4d6171); font-size: 0.75rem; }
  .changes { position: absolute; inset: 0; overflow: auto; padding: 0.5rem 0; background: var(--qs-surface, #fff); z-index: 4; }
  .changes-head { margin: 0 0.75rem 0.5rem; font: 600 0.8125rem/1.5 var(--qs-font, system-ui, sans-serif); }
  .changes-head span { font-weight: 400; color: var(--qs-muted, #4d6171); margin-left: 0.5rem; }
  .diff { list-style: none; margin: 0; padding: 0; min-width: max-content; }
  .diff li { padding: 0 0.75rem; white-space: pre; }
  .diff code { font: inherit; }
  .diff .sign { display: inline-block; width: 1.5rem; color: var(--qs-muted, #4d6171); font-size: inherit; }
  .diff .added { background: color-mix(in oklab, var(--qs-ok, #0a6b4c) 14%, transparent); }
  .diff .removed { background: color-mix(in oklab, var(--qs-danger, #b3232f) 12%, transparent); }
  .diff .gap { color: var(--qs-muted, #4d6171); }
  .more { margin: 0; padding: 0.375rem 0.75rem; color: var(--qs-muted, #4d6171); }
  .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  @container bottom (max-width: 34rem) {
    .head { flex-wrap: wrap; gap: 0 0.25rem; }
    .tabs { flex: 1 0 100%; min-height: 2.25rem; }
    .tools { margin-inline-start: auto; }
  }
  @media (max-width: 699px), (pointer: coarse) {
    .tool, .tab { min-height: 2.25rem; }
    .tool.run { min-height: 2.25rem; align-self: center; }
    .keys { display: none; }
    .fix, .choice { min-height: 2rem; padding: 0.25rem 0.625rem; }
    .fixes { padding-left: 2.25rem; }
  }
`;
