/** Styles of the inspector. */
import { css } from "lit";

export const inspectorStyles = css`
  section { padding-bottom: 0.8rem; }
  header { display: flex; justify-content: space-between; align-items: flex-start; padding: 0.7rem 0.5rem 0.2rem 1rem; }
  header small { color: var(--qs-muted); font-size: 0.72rem; letter-spacing: 0.08em; text-transform: uppercase; }
  h2 { margin: 0; font: 650 1.05rem/1.3 var(--qs-mono); overflow-wrap: anywhere; }
  h3 { margin: 0.9rem 1rem 0.25rem; font-size: 0.72rem; font-weight: 650; letter-spacing: 0.07em; text-transform: uppercase; color: var(--qs-muted); }
  .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0.3rem 1rem 0.6rem; }
  .tabs { display: flex; gap: 2px; margin: 0 1rem; padding: 2px; border-radius: var(--qs-radius-small); background: var(--qs-sunken); }
  .tabs button { flex: 1; min-height: 1.8rem; border: 0; border-radius: 5px; background: none; color: var(--qs-muted); font-weight: 600; }
  .tabs button[aria-pressed="true"] { background: var(--qs-surface); color: var(--qs-text); box-shadow: 0 1px 2px rgb(0 0 0 / 15%); }
  dl { margin: 0 1rem; border: 1px solid var(--qs-border); border-radius: var(--qs-radius-small); overflow: hidden; background: var(--qs-surface); }
  dl > div { display: grid; grid-template-columns: minmax(5.5rem, 7.7rem) minmax(0, 1fr); gap: 0.4rem; padding: 0.28rem 0.6rem; border-bottom: 1px solid var(--qs-border); }
  dl > div:last-child { border: 0; }
  dt { color: var(--qs-muted); font-size: 0.8rem; overflow-wrap: anywhere; }
  dd { margin: 0; font-family: var(--qs-mono); font-size: 0.78rem; overflow-wrap: break-word; white-space: pre-wrap; }
  dd small { color: var(--qs-muted); }
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
