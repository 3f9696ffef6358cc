/** Looks of the terminal: dark ink on the page's own surface in light, the reverse in dark; colours from `--qs-*`. */
import { css } from "lit";

export const terminalStyles = css`
  :host {
    container: terminal / size; display: grid; grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr); position: relative; box-sizing: border-box;
    height: 100%; overflow: hidden; color: var(--qs-text, #10222f); background: var(--qs-surface, #fff);
    text-align: left;
    font: 0.875rem/1.5 var(--qs-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
    --key: var(--qs-accent, #0b6a86); --string: var(--qs-ok, #0a6b4c); --number: var(--qs-brass, #8a5a00);
  }
  :host([hidden]) { display: none; }
  button { font: inherit; color: inherit; background: none; border: 0; cursor: pointer; border-radius: 5px; }
  :focus-visible { outline: 2px solid var(--qs-accent, #0b6a86); outline-offset: -2px; }
  pre { margin: 0; font: inherit; overflow-x: auto; tab-size: 8; }
  .err pre { white-space: pre-wrap; overflow-wrap: anywhere; }

  .log { overflow-y: auto; overscroll-behavior: contain; padding: 0.75rem 0 0.5rem; min-height: 0; scrollbar-width: thin; }
  .welcome, .note { margin: 0; padding: 0 1rem 0 5.25rem; color: var(--qs-muted, #4d6171); font-family: var(--qs-font, system-ui, sans-serif); }
  .welcome { padding-bottom: 0.75rem; }
  .block { position: relative; padding: 0.125rem 0 0.5rem; }
  .command { display: flex; gap: 0.625rem; align-items: baseline; padding: 0.125rem 0.5rem 0.125rem 0; }
  .time {
    flex: none; width: 3.75rem; text-align: right; font-size: 0.6875rem; color: var(--qs-muted, #4d6171);
    font-variant-numeric: tabular-nums; user-select: none;
  }
  .prompt { flex: none; color: var(--qs-accent, #0b6a86); font-weight: 700; user-select: none; }
  .line { flex: 1; min-width: 0; font-weight: 600; overflow-wrap: anywhere; }
  .copy, .fold {
    flex: none; padding: 0.0625rem 0.5rem; color: var(--qs-muted, #4d6171); font: 0.75rem/1.5 var(--qs-font, system-ui, sans-serif);
  }
  .copy { opacity: 0; }
  .block:hover .copy, .copy:focus-visible { opacity: 1; }
  .copy:hover, .fold:hover { color: var(--qs-text, #10222f); background: color-mix(in oklab, currentColor 10%, transparent); }
  .out, .err pre { padding: 0.125rem 1rem 0.125rem 5.25rem; }
  .fold { margin-left: 4.75rem; color: var(--qs-accent, #0b6a86); }
  .key { color: var(--key); }
  .string { color: var(--string); }
  .number, .word { color: var(--number); }
  .err { margin: 0.25rem 0 0.25rem 4.5rem; border-left: 3px solid var(--qs-danger, #b3232f); }
  .err pre { padding-left: 0.6875rem; }
  .badge {
    display: block; padding-left: 0.6875rem; color: var(--qs-danger, #b3232f); font: 600 0.75rem/1.5 var(--qs-font, system-ui, sans-serif);
  }

  .thought { margin: 0.25rem 1rem 0.25rem 5.25rem; font-family: var(--qs-font, system-ui, sans-serif); }
  .thought p { margin: 0 0 0.25rem; overflow-wrap: anywhere; }
  .thought a { color: var(--qs-accent, #0b6a86); font-weight: 600; }
  .meant {
    padding: 0.125rem 0.5rem; border: 1px solid var(--qs-border-strong, #8fa3b2); text-align: start; overflow-wrap: anywhere;
    font-family: var(--qs-mono, ui-monospace, monospace);
  }
  .meant:hover { border-color: var(--qs-accent, #0b6a86); background: var(--qs-accent-soft, #dcedf2); }

  .entry {
    position: relative; border-top: 1px solid var(--qs-border, #cfdae2);
    background: color-mix(in oklab, var(--qs-sunken, #e9eff3) 45%, var(--qs-surface, #fff));
  }
  .pending { margin: 0; padding: 0.375rem 1rem 0 5.25rem; color: var(--qs-muted, #4d6171); white-space: pre-wrap; overflow-wrap: anywhere; }
  .typing { display: flex; align-items: center; gap: 0.625rem; padding-right: 0.5rem; }
  .typing .prompt { padding-left: 1rem; }
  .typing .time { width: 3rem; margin-right: -0.875rem; padding-left: 0.75rem; }
  input {
    flex: 1 0 12rem; min-width: 12rem; padding: 0.625rem 0; border: 0; background: none; color: inherit; font: inherit; outline: none;
    caret-color: var(--qs-accent, #0b6a86);
  }
  input:focus-visible { outline: none; }
  input::placeholder { color: var(--qs-muted, #4d6171); opacity: 0.75; }
  .entry:focus-within { box-shadow: inset 0 2px var(--qs-accent, #0b6a86); }
  .tip { flex: none; color: var(--qs-muted, #4d6171); font: 0.75rem/1.5 var(--qs-font, system-ui, sans-serif); }

  .menu {
    position: absolute; left: 0.5rem; right: 0.5rem; bottom: calc(100% + 0.25rem); z-index: 5; margin: 0; padding: 0.25rem;
    max-height: 15rem; overflow-y: auto; list-style: none; background: var(--qs-raised, var(--qs-surface, #fff));
    border: 1px solid var(--qs-border-strong, #8fa3b2); border-radius: var(--qs-radius-small, 6px);
    box-shadow: var(--qs-shadow, 0 6px 20px rgb(16 34 47 / 12%)); scrollbar-width: thin;
  }
  .menu li { display: flex; gap: 1rem; padding: 0.1875rem 0.5rem; border-radius: 4px; cursor: pointer; }
  .menu li[aria-selected="true"] { background: var(--qs-accent-soft, #dcedf2); box-shadow: inset 3px 0 var(--qs-accent, #0b6a86); }
  .menu li:hover { background: color-mix(in oklab, var(--qs-accent-soft, #dcedf2) 60%, transparent); }
  .menu .text { flex: none; max-width: 70%; overflow-wrap: anywhere; }
  .menu .detail {
    min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--qs-muted, #4d6171);
    font-family: var(--qs-font, system-ui, sans-serif);
  }

  .chips {
    display: flex; gap: 0.375rem; overflow-x: auto; padding: 0 0.75rem 0.5rem; scrollbar-width: none;
    background: color-mix(in oklab, var(--qs-sunken, #e9eff3) 45%, var(--qs-surface, #fff));
  }
  .chip {
    flex: none; padding: 0.125rem 0.625rem; border: 1px solid var(--qs-border, #cfdae2); border-radius: 99px;
    background: var(--qs-surface, #fff); color: var(--qs-muted, #4d6171); font-size: 0.75rem; white-space: nowrap;
  }
  .chip:hover { color: var(--qs-text, #10222f); border-color: var(--qs-border-strong, #8fa3b2); }
  .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  @container terminal (max-width: 34rem) {
    .tip { display: none; }
    .welcome, .note, .pending { padding-left: 1rem; }
    .out, .err pre { padding-left: 1rem; }
    .err, .fold { margin-left: 0.5rem; }
    .thought { margin-left: 1rem; }
  }
  @container terminal (max-height: 11.5rem) { .chips { display: none; } }
  @container terminal (max-height: 13rem) { .log:has(.block) ~ .chips { display: none; } }
  @container terminal (max-width: 24rem) { .typing .time { display: none; } }
  @media (max-width: 699px), (pointer: coarse) {
    .tip, .typing .time { display: none; }
    .typing .prompt { padding-left: 0.75rem; }
    input { font-size: 1rem; min-height: 2.75rem; }
    .chip { min-height: 2.5rem; padding: 0 0.875rem; }
    .copy { opacity: 1; min-height: 2rem; }
    .fold { min-height: 2.5rem; margin-left: 0.5rem; }
    .time { width: 2.75rem; font-size: 0.625rem; }
    .command { gap: 0.4375rem; }
    .welcome, .note { padding-left: 0.75rem; }
    .out, .err pre { padding-left: 0.75rem; }
    .err { margin-left: 0.5rem; }
    .thought { margin-left: 0.75rem; }
    .meant { min-height: 2.5rem; }
    .pending { padding-left: 0.75rem; }
    .menu li { min-height: 2.5rem; align-items: center; }
  }
`;
