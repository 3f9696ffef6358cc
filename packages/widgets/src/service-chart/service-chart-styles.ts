/** Styles of the chart of a service. The numbers above it have fixed places: what they say never moves the picture. */
import { css } from "lit";

export const serviceChartStyles = css`
  header { display: flex; gap: 0.5rem; align-items: center; min-height: 1.9rem; }
  h3 { margin: 0; font-size: 0.72rem; font-weight: 650; letter-spacing: 0.07em; text-transform: uppercase; color: var(--qs-muted); }
  time { margin-inline-start: auto; font: 600 0.8rem/1 var(--qs-mono); }
  .button { min-height: 1.75rem; padding: 0 0.55rem; font-size: 0.8rem; }
  dl { display: grid; grid-template-columns: repeat(2, 1fr); gap: 0.1rem 0.9rem; margin: 0.15rem 0 0.35rem; font-size: 0.8rem; line-height: 1.35; }
  dl div { display: flex; gap: 0.4rem; align-items: center; min-width: 0; }
  dt { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  dd { margin: 0 0 0 auto; font: 600 0.8rem/1.35 var(--qs-mono); white-space: nowrap; }
  .none { color: var(--qs-muted); }
  .none dd { font-weight: 400; }
  .fills { position: absolute; width: 0; height: 0; }
  dt svg, th svg { width: 16px; height: 10px; }
  dt svg { margin-inline-end: 0.35rem; }
  .plot { position: relative; display: block; border-radius: var(--qs-radius-small); cursor: crosshair; touch-action: pan-y; }
  .plot svg { display: block; width: 100%; }
  svg text { font: 11px var(--qs-mono); fill: var(--qs-muted); }
  text.mark { font-weight: 600; fill: var(--qs-text); }
  .ground { fill: var(--qs-sunken); }
  .lived { fill: var(--qs-water); }
  .tick { stroke: var(--qs-border); }
  .band { fill: var(--qs-ok); opacity: 0.16; }
  .bound { fill: none; stroke: var(--qs-ok); stroke-width: 1; }
  .area.running { opacity: 0.62; }
  .area.pending { fill: var(--qs-surface); stroke: var(--c); stroke-dasharray: 2 1.5; }
  .area.stopping { stroke: var(--qs-state-stopping); stroke-width: 0.8; }
  .runs { fill: none; stroke: var(--c); stroke-width: 1.8; }
  .desired { fill: none; stroke: var(--qs-text); stroke-width: 1.4; stroke-dasharray: 5 3; }
  .rollout { stroke: var(--qs-muted); stroke-dasharray: 1 2; }
  .veil { fill: var(--qs-surface); opacity: 0.55; }
  .cursor { stroke: var(--qs-text); stroke-width: 2; }
  .pointer { stroke: var(--qs-accent); stroke-width: 1; }
  .cells { max-height: 14rem; overflow: auto; }
  table { width: 100%; border-collapse: collapse; font: 0.75rem/1.4 var(--qs-mono); }
  th, td { padding: 0.12rem 0.25rem; border-bottom: 1px solid var(--qs-border); text-align: end; white-space: nowrap; }
  th:first-child { text-align: start; padding-inline-start: 0; }
  thead th { position: sticky; top: 0; background: var(--qs-raised); font: 600 0.72rem/1.3 var(--qs-font); white-space: normal; vertical-align: bottom; }
  tr.now { background: var(--qs-accent-soft); }
  @media (forced-colors: active) { .area.running { fill: Highlight; } .band { display: none; } }
`;
