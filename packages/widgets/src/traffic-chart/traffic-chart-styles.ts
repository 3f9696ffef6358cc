/** Styles of the chart of traffic. Each kind of loss has a pattern or an edge of its own; on paper lines are told by their dashes. */
import { css } from "lit";

export const trafficChartStyles = css`
  header { display: flex; gap: 0.5rem; align-items: center; min-height: 1.9rem; }
  h3 { margin: 0; font-size: 0.72rem; font-weight: 650; letter-spacing: 0.07em; text-transform: uppercase; color: var(--qs-muted); }
  time { margin-inline-start: auto; font: 600 0.8rem/1 var(--qs-mono); }
  .button { min-height: 1.75rem; padding: 0 0.55rem; font-size: 0.8rem; }
  .plot { display: block; border-radius: var(--qs-radius-small); cursor: crosshair; touch-action: pan-y; }
  .plot svg { display: block; width: 100%; }
  svg text { font: 11px var(--qs-mono); fill: var(--qs-muted); }
  text.title { font: 600 12px var(--qs-font); fill: var(--qs-text); }
  text.mark { font-weight: 600; fill: var(--qs-text); }
  .ground { fill: var(--qs-sunken); }
  .lived { fill: var(--qs-water); }
  .tick { stroke: var(--qs-border); }
  .requests { fill: var(--qs-accent); opacity: 0.18; }
  .line { fill: none; stroke: var(--qs-accent); stroke-width: 1.6; }
  .time { fill: none; stroke-width: 1.5; }
  .time.p0 { stroke: var(--qs-accent); }
  .time.p1 { stroke: var(--qs-brass); stroke-dasharray: 6 3; }
  .time.p2 { stroke: var(--qs-mem); stroke-dasharray: 2 2; }
  .lost { fill: var(--qs-danger); stroke: var(--qs-danger); stroke-width: 1; }
  .lost.app { fill: var(--qs-surface); }
  .lost.app.full { fill: var(--qs-brass-soft); stroke: var(--qs-brass); }
  .lost.bad.cut { fill-opacity: 0.45; }
  .lost.none { fill: var(--qs-danger-soft); stroke-dasharray: 2 1; }
  .lost.late { fill: var(--qs-mem); stroke: var(--qs-mem); }
  .lost.unreached { fill: none; stroke: var(--qs-muted); }
  .veil { fill: var(--qs-surface); opacity: 0.55; }
  .cursor { stroke: var(--qs-text); stroke-width: 2; }
  .pointer { stroke: var(--qs-accent); stroke-width: 1; }
  .sum { margin: 0.35rem 0 0; font-size: 0.85rem; }
  .sum.lost-some { color: var(--qs-danger); font-weight: 600; }
  .cells { max-height: 16rem; overflow: auto; }
  table { width: 100%; border-collapse: collapse; font: 0.75rem/1.4 var(--qs-mono); }
  th, td { padding: 0.12rem 0.25rem; border-bottom: 1px solid var(--qs-border); text-align: end; white-space: nowrap; }
  td.lost-some { color: var(--qs-danger); font-weight: 700; }
  th:first-child { text-align: start; padding-inline-start: 0; }
  thead th { position: sticky; top: 0; background: var(--qs-raised); font: 600 0.72rem/1.3 var(--qs-font); white-space: normal; vertical-align: bottom; }
  @media (forced-colors: active) { .requests { fill: Highlight; } }
`;
