/** Styles of the map: places in water colours, tasks by state, all through tokens. */
import { css } from "lit";

export const mapStyles = css`
  :host { container-type: inline-size; position: relative; display: flex; flex-direction: column; min-height: 10rem; }
  .bar { flex: none; display: flex; gap: 0.25rem; align-items: center; justify-content: end; min-height: 2.125rem; flex-wrap: wrap; }
  @container (min-width: 40rem) { .stage ~ .bar { position: absolute; inset: auto 0 0 auto; } }
  .bar .button, ::slotted(button) { min-height: 1.875rem; padding: 0 0.6rem; font-size: 0.875rem; }
  .zoom { display: inline-flex; }
  .zoom .button { padding: 0 0.45rem; min-width: 1.875rem; justify-content: center; }
  :host([compact]) { min-height: 0; }
  .stage { position: relative; flex: 1; min-height: 8rem; outline: none; }
  .stage > svg, .stage > .canvases, .canvases > * { position: absolute; inset: 0; display: block; width: 100%; height: 100%; overflow: visible; }
  .canvases > canvas { will-change: transform; }
  .focus { position: absolute; padding: 0; border: 0; background: transparent; border-radius: 8px; pointer-events: none; }
  .focus:focus-visible { outline: 3px solid var(--qs-accent); outline-offset: 3px; }
  .empty { position: absolute; inset-inline: 0; display: flex; flex-wrap: wrap; gap: 0.35rem 0.9rem; align-items: center; justify-content: center; margin: auto; width: fit-content; max-width: 86%; padding: 0.4rem 0.9rem; translate: 0 calc(10px - 50%); border-radius: var(--qs-radius);
    background: var(--qs-surface); border: 1px dashed var(--qs-border-strong); color: var(--qs-muted); text-align: center; pointer-events: none; }
  .empty p { margin: 0; text-wrap: balance; }
  .empty slot { pointer-events: auto; }
  text { font-family: var(--qs-font); font-size: 12px; fill: var(--qs-muted); }
  .shelf rect, .queue rect, .registry rect { fill: var(--qs-sunken); stroke: var(--qs-border); stroke-dasharray: 4 3; }
  .tray rect { fill: var(--qs-sunken); stroke: var(--qs-border); }
  .strip-title, .rail-title { font-weight: 600; }
  .rail-title { fill: var(--qs-text); }
  .definition { cursor: pointer; }
  .card { fill: var(--qs-surface); stroke: var(--qs-border-strong); }
  .family { font-weight: 600; fill: var(--qs-text); }
  .revision rect { fill: var(--qs-sunken); }
  .revision text { font-size: 11px; text-anchor: middle; }
  .revision.latest rect { fill: var(--qs-accent); }
  .revision.latest text { fill: var(--qs-accent-text); font-weight: 600; }
  .revision.gone rect { fill: none; stroke: var(--qs-border-strong); stroke-dasharray: 2 2; }
  .revision.gone text { fill: var(--qs-muted); }
  .strip-count { font-family: var(--qs-mono); font-weight: 600; text-anchor: end; fill: var(--qs-text); }
  .registry .crates { fill: var(--qs-brass); }
  .vpc > rect { fill: var(--qs-water); stroke: var(--qs-water-line); stroke-width: 1.5; }
  .vpc-title { font-weight: 700; fill: var(--qs-text); }
  .cluster { font-weight: 600; fill: var(--qs-text); }
  .folded rect { fill: none; stroke: var(--qs-water-line); stroke-dasharray: 3 2; }
  .zone .folded text { font-family: var(--qs-font); font-size: 11px; text-anchor: middle; }
  .cidr { font-family: var(--qs-mono); font-size: 11.5px; font-weight: 400; fill: var(--qs-muted); }
  .zone > rect { fill: none; stroke: var(--qs-water-line); stroke-dasharray: 2 4; }
  .zone text { font-family: var(--qs-mono); font-size: 11.5px; }
  .subnet > rect { fill: var(--qs-surface); stroke: var(--qs-border); }
  .subnet-name { font-weight: 600; fill: var(--qs-text); }
  .more { text-anchor: end; }
  .machine { cursor: pointer; }
  .berth { fill: var(--qs-sunken); stroke: var(--qs-border-strong); stroke-width: 1.25; }
  .machine.off .berth { stroke-dasharray: 4 3; fill: none; }
  .machine.draining .berth { stroke: var(--qs-state-deactivating); stroke-dasharray: 7 3; stroke-width: 1.75; }
  .machine.problem .berth { stroke: var(--qs-state-failed); stroke-width: 1.75; }
  .machine-name { font-family: var(--qs-mono); font-size: 12px; font-weight: 600; fill: var(--qs-text); }
  .machine-state { text-anchor: end; }
  .problem .machine-state { fill: var(--qs-state-failed); font-weight: 600; }
  .draining .machine-state { fill: var(--qs-state-deactivating); font-weight: 600; }
  .machine-lost { fill: none; stroke: var(--qs-state-failed); stroke-width: 1.5; }
  .gauge-name { font-size: 11px; fill: var(--qs-muted); }
  .ports { font-family: var(--qs-mono); }
  .gauge-all { fill: var(--qs-border); }
  .gauge-used { fill: var(--qs-cpu); }
  .gauge-used.MEMORY { fill: var(--qs-mem); }
  .pip { fill: none; stroke: var(--qs-muted); stroke-width: 1.2; }
  .pip.used { fill: var(--qs-accent); stroke: var(--qs-accent); }
  .gateway > rect { fill: var(--qs-surface); stroke: var(--qs-border-strong); }
  .gateway-mark { fill: none; stroke: var(--qs-accent); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
  .gateway text { font-size: 11px; paint-order: stroke; stroke: var(--qs-water); stroke-width: 5px; }
  .flow { fill: none; stroke: var(--qs-accent); stroke-width: 2.5; stroke-linecap: round; stroke-dasharray: 1 11; }
  .task { cursor: pointer; }
  .ground { fill: var(--qs-surface); }
  .fill.hollow { fill: none; }
  .fill.tint { fill: var(--c); fill-opacity: 0.13; }
  .fill.stripes { fill-opacity: 0.3; }
  .outline { fill: none; stroke: var(--c); stroke-width: 1.5; }
  .glyph { fill: var(--c); }
  .name { font-family: var(--qs-mono); font-size: 12px; font-weight: 600; fill: var(--qs-text); }
  .name.small, .id.small, .machine-name.small { font-size: 11px; }
  .label { font-weight: 600; fill: var(--qs-text); }
  .id { font-family: var(--qs-mono); text-anchor: end; }
  text.status { fill: var(--c); font-weight: 700; letter-spacing: 0.02em; font-size: 11px; }
  .address { font-family: var(--qs-mono); font-size: 11.5px; text-anchor: end; fill: var(--qs-muted); }
  .eni rect { fill: var(--qs-surface); stroke: var(--c); stroke-width: 1.5; }
  .eni.attached rect { fill: var(--c); }
  .container .outline { stroke-width: 1; }
  .container .progress { fill: var(--c); fill-opacity: 0.35; }
  .container-name { font-family: var(--qs-mono); font-size: 11px; fill: var(--qs-text); }
  .port { font-family: var(--qs-mono); font-size: 11px; text-anchor: end; }
  .container.healthy .outline { stroke-width: 2; }
  .container.unhealthy .outline { stroke: var(--qs-danger); stroke-width: 2; }
`;
