/** Styles of the map: places in water colours, tasks by state, all through tokens. */
import { css } from "lit";

export const mapStyles = css`
  :host { container-type: inline-size; position: relative; display: flex; flex-direction: column; min-height: 20rem; }
  .bar { flex: none; display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; padding: 0 0 0.5rem; min-height: 2rem; }
  .acts { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; margin-inline-start: auto; }
  @container (max-width: 34rem) { .bar .legend { display: none; } }
  :host([compact]) { min-height: 0; }
  :host([compact]) .stage { min-height: 10rem; }
  :host([compact]) .bar { position: absolute; z-index: 1; inset: -2.3rem 0 auto auto; padding: 0; }
  :host([compact]) .legend { display: none; }
  .legend { flex: 1 1 12rem; display: flex; flex-wrap: wrap; gap: 0.15rem 0.8rem; color: var(--qs-muted); font-size: 0.75rem; }
  .legend span { display: inline-flex; align-items: center; gap: 0.3rem; }
  .legend svg { width: 11px; height: 11px; fill: var(--c); }
  .stage { position: relative; flex: 1; min-height: 18rem; outline: none; }
  .stage > svg, .stage > .canvases, .canvases > * { position: absolute; inset: 0; display: block; width: 100%; height: 100%; overflow: visible; }
  .canvases > canvas { will-change: transform; }
  .focus { position: absolute; padding: 0; border: 0; background: transparent; border-radius: 8px; pointer-events: none; }
  .focus:focus-visible { outline: 3px solid var(--qs-accent); outline-offset: 3px; }
  .tip { position: absolute; z-index: 2; max-width: 18rem; padding: 0.35rem 0.6rem; border-radius: 6px; pointer-events: none; font-size: 0.78rem; line-height: 1.35;
    background: var(--qs-text); color: var(--qs-bg); box-shadow: var(--qs-shadow); }
  .tip b { font-weight: 650; }
  .empty { position: absolute; inset-inline: 0; display: flex; flex-wrap: wrap; gap: 0.35rem 0.9rem; align-items: center; justify-content: center; margin: auto; width: fit-content; max-width: 86%; padding: 0.4rem 0.9rem; translate: 0 calc(10px - 50%); border-radius: var(--qs-radius);
    background: var(--qs-surface); border: 1px dashed var(--qs-border-strong); color: var(--qs-muted); text-align: center; pointer-events: none; }
  .empty p { margin: 0; text-wrap: balance; }
  .empty slot { pointer-events: auto; }
  .twin { flex: 1; min-height: 16rem; overflow: auto; border: 1px solid var(--qs-border); border-radius: var(--qs-radius); background: var(--qs-surface); }
  table { border-collapse: collapse; width: 100%; font-size: 0.8125rem; }
  th, td { padding: 0.4rem 0.65rem; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--qs-border); }
  th { color: var(--qs-muted); font-weight: 600; }
  thead th { position: sticky; top: 0; background: var(--qs-sunken); }
  tbody button { min-height: 1.5rem; border: 0; background: none; padding: 0; font-family: var(--qs-mono); color: var(--qs-accent); text-decoration: underline; text-underline-offset: 3px; }
  .status { display: inline-flex; gap: 0.35rem; align-items: center; color: var(--c); font-weight: 600; }
  .status svg { width: 11px; height: 11px; fill: currentColor; }
  text { font-family: var(--qs-font); font-size: 11px; fill: var(--qs-muted); }
  .queue rect, .registry rect { fill: var(--qs-sunken); stroke: var(--qs-border); stroke-dasharray: 4 3; }
  .tray rect { fill: var(--qs-sunken); stroke: var(--qs-border); }
  .strip-title { font-weight: 600; }
  .strip-count { font-family: var(--qs-mono); font-weight: 600; text-anchor: end; fill: var(--qs-text); }
  .registry .crates { fill: var(--qs-brass); }
  .vpc > rect { fill: var(--qs-water); stroke: var(--qs-water-line); stroke-width: 1.5; }
  .vpc-title { font-weight: 700; fill: var(--qs-text); }
  .cidr { font-family: var(--qs-mono); font-size: 10px; font-weight: 400; fill: var(--qs-muted); }
  .zone > rect { fill: none; stroke: var(--qs-water-line); stroke-dasharray: 2 4; }
  .zone text { font-family: var(--qs-mono); font-size: 10px; }
  .subnet > rect { fill: var(--qs-surface); stroke: var(--qs-border); }
  .subnet-name { font-weight: 600; fill: var(--qs-text); }
  .bollards { stroke: var(--qs-border-strong); stroke-width: 3; stroke-dasharray: 3 15; stroke-linecap: round; }
  .more { text-anchor: end; font-size: 10px; }
  .trip { pointer-events: none; --way: var(--qs-state-failed); }
  .trip[data-reaches="true"] { --way: var(--qs-ok); }
  .trip .way { stroke: var(--way); stroke-width: 2.5; stroke-dasharray: 0.012 0.014; }
  .trip .end { fill: none; stroke: var(--way); stroke-width: 4; stroke-linecap: round; stroke-linejoin: round; }
  .trip .packet { fill: var(--qs-brass); stroke: var(--qs-surface); stroke-width: 1.5; }
  .machine { cursor: pointer; }
  .berth { fill: var(--qs-sunken); stroke: var(--qs-border-strong); stroke-width: 1.25; }
  .machine.off .berth { stroke-dasharray: 4 3; fill: none; }
  .machine.draining .berth { stroke: var(--qs-state-deactivating); stroke-dasharray: 7 3; stroke-width: 1.75; }
  .machine.problem .berth { stroke: var(--qs-state-failed); stroke-width: 1.75; }
  .machine.selected .berth { stroke: var(--qs-accent); stroke-width: 3; }
  .machine.marked .berth, .machine.verdict-chosen .berth { stroke: var(--qs-brass); stroke-width: 3.5; }
  .machine.verdict-in .berth { stroke: var(--qs-accent); stroke-width: 2.5; }
  .machine.verdict-out { opacity: 0.35; }
  .chip { fill: none; stroke: var(--qs-muted); stroke-width: 1.2; }
  .machine-name { font-family: var(--qs-mono); font-size: 10.5px; font-weight: 600; fill: var(--qs-text); }
  .tile-name { font-family: var(--qs-mono); font-size: 8.5px; font-weight: 600; fill: var(--qs-text); }
  .machine-state { font-size: 9px; font-weight: 700; letter-spacing: 0.02em; text-anchor: end; fill: var(--qs-text); }
  .gauge-name { font-family: var(--qs-mono); font-size: 8.5px; fill: var(--qs-muted); }
  .gauge-all { fill: var(--qs-border); }
  .gauge-used { fill: var(--qs-accent); }
  .pip { fill: none; stroke: var(--qs-muted); stroke-width: 1.2; }
  .pip.used { fill: var(--qs-accent); stroke: var(--qs-accent); }
  .gateway > rect { fill: var(--qs-surface); stroke: var(--qs-border-strong); }
  .gateway-mark { fill: none; stroke: var(--qs-accent); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
  .gateway text { font-size: 10px; paint-order: stroke; stroke: var(--qs-water); stroke-width: 5px; }
  .flow { fill: none; stroke: var(--qs-accent); stroke-width: 2.5; stroke-linecap: round; stroke-dasharray: 1 11; }
  .task { cursor: pointer; }
  .ground { fill: var(--qs-surface); }
  .fill.hollow { fill: none; }
  .fill.tint { fill: var(--c); fill-opacity: 0.13; }
  .fill.stripes { fill-opacity: 0.3; }
  .outline { fill: none; stroke: var(--c); stroke-width: 1.5; }
  .glyph { fill: var(--c); }
  .name { font-family: var(--qs-mono); font-size: 10.5px; font-weight: 600; fill: var(--qs-text); }
  text.status { fill: var(--c); font-weight: 700; letter-spacing: 0.04em; font-size: 9px; }
  .address { font-family: var(--qs-mono); font-size: 10px; fill: var(--qs-muted); }
  .eni rect { fill: var(--qs-surface); stroke: var(--c); stroke-width: 1.5; }
  .eni.attached rect { fill: var(--c); }
  .container .outline { stroke-width: 1; }
  .container .progress { fill: var(--c); fill-opacity: 0.35; }
  .container-name { font-family: var(--qs-mono); font-size: 8.7px; fill: var(--qs-text); }
  .container.healthy .outline { stroke-width: 2; }
  .container.unhealthy .outline { stroke: var(--qs-danger); stroke-width: 2; }
  .stage > .rings { pointer-events: none; }
  .rings rect { fill: none; }
  .rings .halo { stroke: var(--qs-surface); stroke-width: 6; }
  .rings .ring { stroke: var(--qs-accent); stroke-width: 2.5; }
  @media (forced-colors: active) { .rings .halo { stroke: Canvas; } .rings .ring { stroke: Highlight; } }
  @media (prefers-reduced-motion: no-preference) { .rings g { animation: ring 0.16s; } @keyframes ring { from { opacity: 0; } } }
  .task.selected > g > .outline { stroke-width: 3.5; }
  .task.selected > g > .ground { filter: drop-shadow(0 2px 5px rgb(0 0 0 / 30%)); }
  .task.marked > g > .outline { stroke: var(--qs-brass); stroke-width: 3.5; }
`;
