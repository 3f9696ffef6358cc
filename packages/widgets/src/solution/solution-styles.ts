/** Styles of the solution: a bar that stays in sight, the map of its run, and the steps below or beside it. */
import { css } from "lit";

export const solutionStyles = css`
  :host { container: solution / inline-size; height: 100%; background: var(--qs-bg); }
  .watch { display: grid; height: 100%; grid-template: "bar" auto "top" auto "map" minmax(24rem, 1fr) "steps" minmax(24rem, 1fr) / minmax(0, 1fr); }
  .bar { grid-area: bar; position: sticky; top: 0; z-index: 3; display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; padding: 0.6rem 0.9rem;
    background: var(--qs-brass-soft); border-bottom: 2px solid var(--qs-brass); }
  .bar .words { flex: 1 1 15rem; min-width: 0; }
  .bar h2 { margin: 0; font-size: 0.9375rem; line-height: 1.35; }
  .bar p { margin: 0; color: var(--qs-muted); font-size: 0.8125rem; overflow-wrap: anywhere; }
  .bar p b { font-weight: 600; color: var(--qs-text); }
  .actions { display: flex; flex-wrap: wrap; gap: 0.4rem; }
  .actions .button { min-width: 6.5rem; justify-content: center; }
  .top { grid-area: top; padding: 0.75rem 0.9rem 0.6rem; background: var(--qs-surface); border-bottom: 1px solid var(--qs-border); }
  .map { grid-area: map; display: flex; min-width: 0; min-height: 0; padding: 0.5rem 0.9rem 0.75rem; overflow: hidden; }
  quayside-map { flex: 1; }
  .steps { grid-area: steps; min-height: 0; min-width: 0; overflow: auto; background: var(--qs-surface); border-top: 1px solid var(--qs-border); }
  .inspect { border-bottom: 1px solid var(--qs-border-strong); }
  .list { display: flex; flex-direction: column; gap: 1.1rem; padding: 0.85rem 0.9rem 1rem; }
  h3 { margin: 0 0 0.5rem; font-size: 0.75rem; color: var(--qs-muted); font-weight: 650; }
  ol, ul { margin: 0; padding: 0; list-style: none; }
  .list section > ol > li { position: relative; display: grid; grid-template-columns: 1.5rem minmax(0, 1fr); gap: 0 0.6rem; padding-bottom: 0.7rem; }
  .list section > ol > li:not(:last-child)::before { content: ""; position: absolute; inset: 1.6rem auto 0 calc(0.75rem - 1px); width: 2px; background: var(--qs-border); }
  .list section > ol > li.done:not(:last-child)::before { background: var(--qs-ok); }
  .number { display: grid; place-items: center; width: 1.5rem; height: 1.5rem; border: 2px solid var(--qs-border-strong); border-radius: 6px; background: var(--qs-surface); color: var(--qs-muted); font: 600 0.75rem/1 var(--qs-mono); }
  .done .number { border-color: var(--qs-ok); background: var(--qs-ok); color: var(--qs-surface); }
  .now .number, .next .number { border-color: var(--qs-brass); color: var(--qs-brass); }
  .now .number { background: var(--qs-brass); color: var(--qs-surface); }
  summary { padding: 0.1rem 0; line-height: 1.3rem; cursor: pointer; overflow-wrap: anywhere; }
  summary b { font-weight: 600; }
  summary b.command { font-family: var(--qs-mono); font-size: 0.8125rem; }
  .later summary b { color: var(--qs-muted); font-weight: 500; }
  summary small { margin-inline-start: 0.35rem; color: var(--qs-muted); font-size: 0.75rem; font-variant-numeric: tabular-nums; }
  .box { position: relative; margin: 0.4rem 0 0.2rem; border: 1px solid var(--qs-border); border-radius: var(--qs-radius-small); background: var(--qs-sunken); }
  .box .button { position: absolute; top: 0.2rem; inset-inline-end: 0.2rem; background: var(--qs-surface); min-height: 1.75rem; padding: 0.1rem 0.5rem; font-size: 0.75rem; }
  pre, .diff { margin: 0; padding: 0.5rem 0.7rem; font: 0.78rem/1.5 var(--qs-mono); }
  pre.line::before { content: ""; float: inline-end; width: 4.2rem; height: 1.7rem; }
  pre.line { white-space: pre-wrap; overflow-wrap: anywhere; }
  .diff { max-height: 17rem; overflow: auto; padding-inline: 0; }
  .diff li { padding: 0 0.5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
  .diff code { font: inherit; }
  .diff .sign { display: inline-block; width: 1.2rem; color: var(--qs-muted); }
  .diff .added { background: color-mix(in oklab, var(--qs-ok) 14%, transparent); }
  .diff .removed { background: color-mix(in oklab, var(--qs-danger) 12%, transparent); }
  .diff .gap { color: var(--qs-muted); }
  .box > p { margin: 0; padding: 0.5rem 0.7rem; }
  .printed-head { margin: 0.45rem 0 0.2rem; color: var(--qs-muted); font-size: 0.75rem; }
  .printed { max-height: 8rem; overflow: auto; border: 1px solid var(--qs-border); border-radius: var(--qs-radius-small); white-space: pre-wrap; overflow-wrap: anywhere; }
  .refused { margin: 0.3rem 0 0; color: var(--qs-danger); }
  .now-passed { grid-column: 2; display: flex; gap: 0.4rem; align-items: baseline; margin: 0.25rem 0 0; color: var(--qs-ok); font-size: 0.8125rem; font-weight: 600; }
  .now-passed svg { translate: 0 0.1em; }
  .checks { display: flex; flex-direction: column; gap: 0.25rem; }
  .checks li { display: flex; gap: 0.5rem; color: var(--qs-muted); }
  .checks li.passed { color: var(--qs-text); }
  .checks svg { margin-top: 0.2rem; }
  .checks .passed svg { color: var(--qs-ok); }
  :focus-visible { outline-offset: -2px; }
  .button:focus-visible { outline-offset: 2px; }
  .told { order: 1; }
  @container solution (min-width: 44rem) {
    .told { order: 0; }
    .watch { grid-template: "bar bar" auto "top top" auto "map steps" minmax(20rem, 1fr) / minmax(0, 1fr) minmax(19.5rem, 24rem); }
    .steps { border-top: 0; border-inline-start: 1px solid var(--qs-border); }
  }
  @container solution (max-width: 34rem) {
    .bar { padding: 0.5rem 0.6rem; }
    .top { padding: 0.6rem; }
    .map { padding: 0.4rem 0.6rem 0.6rem; }
    .actions { width: 100%; }
    .actions .button { flex: 1 1 auto; min-width: 0; min-height: 2.5rem; }
  }
  @media (forced-colors: active) { .bar, .number { border-color: CanvasText; } .diff .added, .diff .removed { outline: 1px solid; } }
`;
