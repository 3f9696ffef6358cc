/** Styles of what the map shows when somebody points, asks for the table or the key, or a decision or a way is told. */
import { css } from "lit";

export const lateStyles = css`
  .legend { position: absolute; z-index: 2; inset: auto 0 2.25rem auto; display: grid; gap: 0.25rem; padding: 0.6rem 0.8rem; border: 1px solid var(--qs-border-strong); border-radius: var(--qs-radius); background: var(--qs-raised); box-shadow: var(--qs-shadow); font-size: 0.8125rem; }
  .legend span { display: inline-flex; align-items: center; gap: 0.3rem; }
  .legend svg { width: 11px; height: 11px; fill: var(--c); }
  .tip { position: absolute; z-index: 2; max-width: 18rem; padding: 0.35rem 0.6rem; border-radius: 6px; pointer-events: none; font-size: 0.78rem; line-height: 1.35;
    background: var(--qs-text); color: var(--qs-bg); box-shadow: var(--qs-shadow); }
  .tip b { font-weight: 650; }
  .more { margin: 0; padding: 0.5rem 0.6rem; }
  .twin { flex: 1; min-height: 0; overflow: auto; border: 1px solid var(--qs-border); border-radius: var(--qs-radius); background: var(--qs-surface); }
  table { border-collapse: collapse; width: 100%; font-size: 0.8125rem; }
  th, td { padding: 0.4rem 0.65rem; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--qs-border); }
  th { color: var(--qs-muted); font-weight: 600; }
  thead th { position: sticky; top: 0; background: var(--qs-sunken); }
  tbody button { min-height: 1.5rem; border: 0; background: none; padding: 0; font-family: var(--qs-mono); color: var(--qs-accent); text-decoration: underline; text-underline-offset: 3px; }
  .status { display: inline-flex; gap: 0.35rem; align-items: center; color: var(--c); font-weight: 600; }
  .status svg { width: 11px; height: 11px; fill: currentColor; }
  .trip { pointer-events: none; --way: var(--qs-state-failed); }
  .trip[data-reaches="true"] { --way: var(--qs-ok); }
  .trip .way { stroke: var(--way); stroke-width: 2.5; stroke-dasharray: 0.012 0.014; }
  .trip .end { fill: none; stroke: var(--way); stroke-width: 4; stroke-linecap: round; stroke-linejoin: round; }
  .trip .packet { fill: var(--qs-brass); stroke: var(--qs-surface); stroke-width: 1.5; }
  .machine.verdict-in .berth { stroke: var(--qs-accent); stroke-width: 2.5; }
  .machine.verdict-out { opacity: 0.35; }
  .definition.selected .card { stroke: var(--qs-accent); stroke-width: 3; }
  .definition.marked .card { stroke: var(--qs-brass); stroke-width: 3; }
  .machine.selected .berth { stroke: var(--qs-accent); stroke-width: 3; }
  .machine.marked .berth, .machine.verdict-chosen .berth { stroke: var(--qs-brass); stroke-width: 3.5; }
  .task.selected > g > .outline { stroke-width: 3.5; }
  .task.selected > g > .ground { filter: drop-shadow(0 2px 5px rgb(0 0 0 / 30%)); }
  .task.marked > g > .outline { stroke: var(--qs-brass); stroke-width: 3.5; }
  .stage > .rings { pointer-events: none; }
  .rings rect { fill: none; }
  .rings .halo { stroke: var(--qs-surface); stroke-width: 6; }
  .rings .ring { stroke: var(--qs-accent); stroke-width: 2.5; }
  @media (forced-colors: active) { .rings .halo { stroke: Canvas; } .rings .ring { stroke: Highlight; } }
  @media (prefers-reduced-motion: no-preference) { .rings g { animation: ring 0.16s; } .turned > svg text, .turned > .canvases text { animation: turned 0.12s; } .turned-again > svg text, .turned-again > .canvases text { animation: turned-again 0.12s; }
    @keyframes turned { from { opacity: 0; } } @keyframes turned-again { from { opacity: 0; } } @keyframes ring { from { opacity: 0; } } }
`;
