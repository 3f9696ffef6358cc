/** Looks of a comparison: run A in the accent colour, run B in brass, each with its letter. */
import { css } from "lit";

const letters = css`
  .a { --run: var(--qs-accent); --run-soft: var(--qs-accent-soft); --run-text: var(--qs-accent-text); }
  .b { --run: var(--qs-brass); --run-soft: var(--qs-brass-soft); --run-text: var(--qs-surface); }
`;

export const pairStyles = [
  letters,
  css`
    :host { position: relative; flex: 1; container: pair / inline-size; display: flex; flex-direction: column; gap: 0.5rem; min-height: 0; }
    .maps { flex: 1; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.75rem; min-height: 0; }
    .side { display: flex; flex-direction: column; min-width: 0; padding: 0 0.6rem 0.5rem; border: 1px solid var(--qs-border); border-top: 3px solid var(--qs-border-strong); border-radius: var(--qs-radius-small); }
    .side.spoken { border-color: var(--run); }
    header { display: flex; flex-wrap: wrap; gap: 0.2rem 0.75rem; align-items: center; padding-inline-end: 4.25rem; min-height: 2.5rem; }
    h2 { display: flex; align-items: center; gap: 0.5rem; min-width: 0; margin: 0; font-size: 0.875rem; font-weight: 650; }
    h2 b { display: grid; place-content: center; flex: none; width: 1.5rem; height: 1.5rem; border-radius: 5px; background: var(--run); color: var(--run-text); font-weight: 700; }
    label { display: inline-flex; align-items: center; gap: 0.35rem; min-height: 1.75rem; color: var(--qs-muted); font-size: 0.8125rem; cursor: pointer; }
    :host([watched]) label { display: none; }
    :host([watched]) .side.spoken { border-color: var(--qs-border); border-top-color: var(--run); }
    :host([watched]) .side { border-top-color: var(--run); }
    .spoken label { color: var(--qs-text); font-weight: 600; }
    input { width: 1rem; height: 1rem; margin: 0; accent-color: var(--run); }
    quayside-map { flex: 1; }
    @container pair (max-width: 40rem) {
      .side { padding: 0 0.35rem 0.35rem; }
      .spoken label span, label span { max-width: 6.5rem; }
    }
    .summary { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; align-items: center; font-size: 0.8125rem; }
    .parting { flex: 1 1 16rem; min-width: 0; display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; align-items: baseline; }
    p, dl { margin: 0; }
    dl { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; min-width: 0; }
    dl > div { display: flex; gap: 0.4rem; align-items: baseline; min-width: 0; }
    dt { flex: none; padding: 0 0.35rem; border-radius: 4px; background: var(--run); color: var(--run-text); font-weight: 700; font-size: 0.75rem; }
    dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
    code { font-family: var(--qs-mono); font-size: 0.92em; }
    .ask { position: absolute; inset: auto 0 0; z-index: 5; display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; width: min(44rem, 100%); margin: 0 auto 0.25rem; padding: 0.6rem 0.75rem 0.6rem 1rem;
      border: 1px solid var(--qs-brass); border-radius: var(--qs-radius); background: var(--qs-brass-soft); box-shadow: var(--qs-shadow); }
    .ask p { flex: 1 1 14rem; }
    .summary:has(~ .ask), .ask ~ .summary { visibility: hidden; }
    :host([watched]) quayside-map { flex: none; height: 27rem; }
    @container pair (max-width: 32rem) {
      .maps { grid-template: "heads-a heads-b" auto "map map" minmax(0, 1fr) / 1fr 1fr; gap: 0.4rem; }
      :host([watched]) label { display: inline-flex; }
      .side { display: contents; }
      .side.a header { grid-area: heads-a; }
      .side.b header { grid-area: heads-b; }
      .side quayside-map { grid-area: map; }
      .side:not(.spoken) quayside-map { display: none; }
      .side quayside-map { margin-top: 2.2rem; }
      header { padding: 0.25rem 0.5rem; border: 1px solid var(--qs-border); border-top: 3px solid var(--qs-border-strong); border-radius: var(--qs-radius-small); }
      .spoken header { border-color: var(--run); background: var(--run-soft); }
    }
  `,
];

export const differencesStyles = [
  letters,
  css`
    :host { padding: 0.5rem 0.9rem 1rem; }
    .head { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: center; justify-content: space-between; min-height: 2rem; }
    .head p { font-weight: 600; font-variant-numeric: tabular-nums; }
    p { margin: 0; }
    .none { padding: 1rem 0; color: var(--qs-muted); }
    label { display: inline-flex; gap: 0.4rem; align-items: center; min-height: 1.75rem; cursor: pointer; }
    input { width: 1rem; height: 1rem; margin: 0; accent-color: var(--qs-accent); }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 0.8125rem; }
    th, td { padding: 0.28rem 0.6rem; text-align: start; vertical-align: baseline; border-bottom: 1px solid var(--qs-border); overflow-wrap: anywhere; }
    thead th { position: sticky; top: 0; background: var(--qs-surface); color: var(--qs-muted); font-weight: 600; }
    thead th:first-child { width: 32%; }
    .letter { display: inline-grid; place-content: center; width: 1.4rem; height: 1.4rem; margin-inline-end: 0.4rem; border-radius: 5px; background: var(--run); color: var(--run-text); }
    tbody th { font-weight: 400; color: var(--qs-muted); padding-inline-start: 1.4rem; }
    .group th { padding-inline-start: 0.6rem; color: var(--qs-text); font-weight: 650; }
    .group > * { background: var(--qs-sunken); }
    td { font-variant-numeric: tabular-nums; }
    tr.differs td { font-weight: 600; }
    tr.differs th { color: var(--qs-text); box-shadow: inset 3px 0 var(--qs-brass); }
    .missing { color: var(--qs-muted); font-weight: 400; }
    code, button { font-family: var(--qs-mono); font-size: 0.95em; }
    button { min-height: 1.5rem; padding: 0; border: 0; background: none; color: var(--qs-accent); text-decoration: underline; text-underline-offset: 3px; }
  `,
];

export const compareStyles = css`
  .compare { display: flex; flex-direction: column; background: var(--qs-bg); }
  .top { padding: 0.75rem 0.9rem 0.6rem; background: var(--qs-surface); border-bottom: 1px solid var(--qs-border); }
  quayside-pair { padding: 0.6rem 0.9rem; }
  details { border-top: 1px solid var(--qs-border); background: var(--qs-surface); }
  summary { min-height: 2.5rem; padding: 0.6rem 0.9rem; cursor: pointer; font-weight: 600; }
`;
