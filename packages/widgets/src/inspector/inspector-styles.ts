/** Styles of the inspector. */
import { css } from "lit";

export const inspectorStyles = css`
  :host { container: inspector / inline-size; }
  section { padding-bottom: 0.8rem; }
  header { display: flex; justify-content: space-between; align-items: flex-start; padding: 0.7rem 0.5rem 0.2rem 1rem; }
  header small { color: var(--qs-muted); font-size: 0.72rem; letter-spacing: 0.08em; text-transform: uppercase; }
  h2 { margin: 0; font: 650 1.05rem/1.3 var(--qs-mono); overflow-wrap: anywhere; }
  h3 { margin: 0.9rem 1rem 0.25rem; font-size: 0.72rem; font-weight: 650; letter-spacing: 0.07em; text-transform: uppercase; color: var(--qs-muted); }
  .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0.3rem 1rem 0.6rem; }
  .tabs { display: flex; flex-wrap: wrap; gap: 0 0.1rem; margin: 0.2rem 1rem 0; border-bottom: 1px solid var(--qs-border); }
  .tabs button { position: relative; min-height: 2rem; padding: 0 0.5rem; border: 0; background: none; color: var(--qs-muted); font-weight: 600; font-size: 0.8125rem; white-space: nowrap; }
  .tabs button:hover { color: var(--qs-text); }
  .tabs button[aria-selected="true"] { color: var(--qs-text); }
  .tabs button[aria-selected="true"]::after { content: ""; position: absolute; inset: auto 0.4rem -1px; height: 3px; border-radius: 3px 3px 0 0; background: var(--qs-accent); }
  .tabs button:focus-visible, #pane:focus-visible { outline-offset: -3px; }
  .overview h3 { margin-top: 0; }
  .overview { padding-bottom: 0.6rem; }
  .to { padding: 0; border: 0; background: none; color: var(--qs-accent); font: inherit; text-align: start; text-decoration: underline; text-underline-offset: 3px; overflow-wrap: anywhere; }
  quayside-service-chart, quayside-traffic-chart { display: block; min-height: 14rem; margin: 0.5rem 1rem 0; }
  .note { margin: 0.9rem 1rem; color: var(--qs-muted); }
  .items { margin: 0.9rem 1rem 0; padding: 0; list-style: none; border: 1px solid var(--qs-border); border-radius: var(--qs-radius-small); overflow: hidden; background: var(--qs-surface); }
  .items li + li { border-top: 1px solid var(--qs-border); }
  .items button { display: flex; gap: 0.4rem; align-items: baseline; width: 100%; min-height: 1.9rem; padding: 0.28rem 0.6rem; border: 0; background: none; text-align: start; font-size: 0.8rem; }
  .items button:hover { background: var(--qs-accent-soft); }
  .items button:focus-visible { outline-offset: -2px; }
  .items .look { margin: 0; }
  .items .name { font-family: var(--qs-mono); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .items .detail { margin-inline-start: auto; color: var(--qs-muted); font-size: 0.75rem; white-space: nowrap; }
  .cells { margin: 0.9rem 1rem 0; overflow: auto; border: 1px solid var(--qs-border); border-radius: var(--qs-radius-small); background: var(--qs-surface); }
  .cells table { width: 100%; border-collapse: collapse; font-size: 0.76rem; }
  .cells th, .cells td { padding: 0.28rem 0.4rem; border-bottom: 1px solid var(--qs-border); text-align: start; vertical-align: top; }
  .cells tr:last-child > * { border-bottom: 0; }
  .cells th { color: var(--qs-muted); font-weight: 600; white-space: nowrap; }
  .cells tbody th { font-family: var(--qs-mono); font-weight: 400; }
  .cells td:nth-child(n + 5) { min-width: 6.5rem; }
  @container inspector (max-width: 34rem) {
    .cells thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .cells table, .cells tbody { display: block; }
    .cells tr { display: flex; flex-wrap: wrap; gap: 0.05rem 0.75rem; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--qs-border); }
    .cells tr:last-child { border-bottom: 0; }
    .cells tr > * { padding: 0; border: 0; }
    .cells tbody th { color: var(--qs-text); font-weight: 600; }
    .cells td:nth-child(n + 5) { flex-basis: 100%; min-width: 0; }
    .cells td::before { content: attr(data-column) " "; color: var(--qs-muted); }
    .cells .none { display: none; }
  }
  .pages { display: flex; justify-content: space-between; align-items: center; margin: 0.6rem 1rem 0; font-size: 0.8rem; color: var(--qs-muted); font-variant-numeric: tabular-nums; }
  dl { margin: 0 1rem; border: 1px solid var(--qs-border); border-radius: var(--qs-radius-small); overflow: hidden; background: var(--qs-surface); }
  dl > div { display: grid; grid-template-columns: minmax(5.5rem, 8.4rem) minmax(0, 1fr); gap: 0.4rem; padding: 0.28rem 0.6rem; border-bottom: 1px solid var(--qs-border); }
  dl > div:last-child { border: 0; }
  dt { color: var(--qs-muted); font-size: 0.8rem; overflow-wrap: anywhere; }
  dd { margin: 0; font-family: var(--qs-mono); font-size: 0.78rem; overflow-wrap: break-word; white-space: pre-wrap; }
  dd small { color: var(--qs-muted); }
  dl.told > div { grid-template-columns: max-content minmax(0, 1fr); }
  dl.told dd { font-family: inherit; font-size: 0.8125rem; overflow-wrap: anywhere; }
  .look { margin-inline-end: 0.35rem; }
  .look svg { width: 11px; height: 11px; fill: var(--c); vertical-align: -1px; }
  .why { margin: 0 1rem 0.7rem; padding: 0.6rem 0.8rem; border-inline-start: 3px solid var(--qs-accent); border-radius: 0 6px 6px 0; background: var(--qs-accent-soft); }
  time { font-family: var(--qs-mono); color: var(--qs-muted); }
  .pad { padding: 0.7rem 1rem; }
  .json-head { display: flex; justify-content: space-between; align-items: center; margin: 0 0 0.4rem; font-size: 0.8rem; }
  pre { margin: 0; max-height: 30rem; overflow: auto; padding: 0.6rem 0.8rem; border-radius: var(--qs-radius-small); border: 1px solid var(--qs-border); background: var(--qs-sunken); font: 0.76rem/1.5 var(--qs-mono); }
  .stream { margin: 0 0 0.4rem; font: 0.76rem/1.5 var(--qs-mono); overflow-wrap: anywhere; }
  .log { margin: 0; max-height: 24rem; overflow: auto; padding: 0.5rem 0.7rem; list-style: none; border-radius: var(--qs-radius-small); border: 1px solid var(--qs-border); background: var(--qs-sunken); font: 0.76rem/1.5 var(--qs-mono); }
  .log li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.6rem; }
  .log span { overflow-wrap: anywhere; white-space: pre-wrap; }
  .empty { padding: 1rem; color: var(--qs-muted); }
`;
