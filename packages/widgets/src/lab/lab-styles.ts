/** Layout of the lab: one column from 360 px, a side column from 900 px, three columns in the sandbox. */
import { css } from "lit";

export const labStyles = css`
  :host { container: lab / inline-size; height: 100%; background: var(--qs-bg); }
  .lab { display: grid; height: 100%; min-height: 46rem; grid-template: "top" auto "middle" minmax(var(--middle, 22rem), 1fr) "bottom" var(--bottom, 22rem) / minmax(0, 1fr); }
  .lab:has(> .watching) { position: relative; }
  .lab:has(> .watching) > :not(.watching) { visibility: hidden; }
  .paper { display: none; }
    .lab:has(> quayside-tour) { --bottom: 13rem; }
  .watching { position: absolute; inset: 0; z-index: 5; background: var(--qs-bg); }
  .top { grid-area: top; padding: 0.75rem 0.9rem 0.6rem; background: var(--qs-surface); border-bottom: 1px solid var(--qs-border); }
  .notices { grid-area: middle; align-self: end; justify-self: center; z-index: 4; width: min(46rem, calc(100% - 1.5rem)); margin-bottom: 0.75rem; }
  .notice { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; padding: 0.5rem 0.6rem 0.5rem 1rem; border: 1px solid var(--qs-accent); border-radius: var(--qs-radius); background: var(--qs-accent-soft); box-shadow: var(--qs-shadow); }
  .notice.refused { background: var(--qs-danger-soft); border-color: var(--qs-danger); }
  .notice.ask { background: var(--qs-brass-soft); border-color: var(--qs-brass); }
  .notice > div { flex: 1 1 16rem; min-width: 0; overflow-wrap: anywhere; }
  .notice b { display: block; }
  .notice code { font-family: var(--qs-mono); font-size: 0.82rem; white-space: pre-wrap; }
  .middle { grid-area: middle; display: flex; min-height: 0; min-width: 0; }
  .map { flex: 1; min-width: 0; padding: 0.5rem 0.9rem 0.75rem; display: flex; overflow: hidden; }
  quayside-map { flex: 1; }
  .lab.comparing { --middle: 24rem; --bottom: 13rem; }
  .lab[data-split] { --middle: 9rem; }
  .bottom { position: relative; grid-area: bottom; container: bottom / inline-size; display: flex; flex-direction: column; min-height: 0; min-width: 0; background: var(--qs-surface); border-top: 1px solid var(--qs-border); }
  .tabs { display: flex; flex: none; align-items: center; gap: 0.15rem; padding: 0 0.6rem; border-bottom: 1px solid var(--qs-border); }
  .tablist { --edge: var(--qs-surface); display: flex; gap: 0.15rem; min-width: 0; overflow-x: auto; overflow-y: hidden; scrollbar-width: none; }
  [role="tab"] { position: relative; min-height: 2.75rem; padding: 0 0.7rem; border: 0; background: none; color: var(--qs-muted); font-weight: 600; white-space: nowrap; }
  [role="tab"]:focus-visible { outline-offset: -4px; }
  [role="tab"][aria-selected="true"] { color: var(--qs-text); }
  [role="tab"][aria-selected="true"]::after { content: ""; position: absolute; inset: auto 0.5rem 0; height: 3px; border-radius: 3px 3px 0 0; background: var(--qs-accent); }
  .pips { display: inline-flex; gap: 3px; margin-inline-start: 0.4rem; vertical-align: middle; }
  .pips i { width: 8px; height: 8px; border-radius: 50%; border: 1.5px solid currentColor; }
  .pips i.passed { background: var(--qs-ok); border-color: var(--qs-ok); }
  .count { display: none; }
  @container bottom (max-width: 34rem) {
    .tabs { padding: 0 0.3rem; }
    [role="tab"] { padding: 0 0.45rem; }
    .pips { display: none; }
    .count { display: inline; font-variant-numeric: tabular-nums; }
    .run { padding: 0.25rem 0.5rem; }
  }
  @container bottom (max-width: 30rem) {
    .tabs { flex-wrap: wrap; padding-bottom: 0.35rem; }
    .tablist { flex: 1 0 100%; justify-content: space-between; }
    :host(:not([sandbox])) .tabs:not(:has(.run)) .tablist { flex: 1; }
    :host([sandbox]) [role="tab"] { padding: 0 0.3rem; }
    .tabs .run { flex: 1; justify-content: center; }
  }
  .spacer { flex: 1; }
  .speaks { display: inline-flex; align-items: center; gap: 0.3rem; padding: 0.1rem 0.4rem; border-radius: 5px; background: var(--qs-brass-soft); font-size: 0.8125rem; }
  .speaks.a { background: var(--qs-accent-soft); }
  .run { flex: none; }
  .panel { position: relative; flex: 1; min-height: 0; overflow: auto; }
  .panel[hidden] { display: none; }
  .panel > quayside-editor, .panel > quayside-terminal { height: 100%; }
  .side { display: none; grid-area: middle; }
  .side.open { display: block; z-index: 3; overflow: auto; background: var(--qs-raised); border-inline-start: 1px solid var(--qs-border); box-shadow: var(--qs-shadow); }
  .side-checks { display: none; }
  .resources { display: none; grid-area: resources; overflow: auto; background: var(--qs-surface); border-inline-end: 1px solid var(--qs-border); }
  .preview { display: flex; flex-direction: column; height: 100%; }
  .preview b { flex: none; padding: 0.65rem 1rem; font: 0.82rem/1.2 var(--qs-mono); border-bottom: 1px solid var(--qs-border); background: var(--qs-bg); }
  .preview pre { flex: 1; margin: 0; padding: 0.6rem 0 0.6rem 2.9rem; overflow: auto; font: 0.82rem/1.55 var(--qs-mono); }
  .waiting { padding: 1rem; color: var(--qs-muted); }
  .cover { display: grid; place-content: center; gap: 0.75rem; height: 100%; min-height: 20rem; padding: 2rem; text-align: center; color: var(--qs-muted); }
  :host([sandbox]) .lab { min-height: 0; overflow: auto; }
  @container lab (min-width: 44rem) {
    .lab.inspecting { grid-template: "top top" auto "middle side" minmax(var(--middle, 20rem), 1fr) "bottom side" var(--bottom, 22rem) / minmax(0, 1fr) 19.5rem; }
    .side.open { grid-area: side; justify-self: stretch; width: auto; min-height: 0; box-shadow: none; z-index: auto; }
  }
  @container lab (min-width: 56rem) {
    .lab, .lab.inspecting { grid-template: "top top" auto "middle side" minmax(var(--middle, 20rem), 1fr) "bottom side" var(--bottom, 22rem) / minmax(0, 1fr) 22rem; }
    .side, .side.open { display: block; grid-area: side; justify-self: stretch; width: auto; min-height: 0; overflow: auto; box-shadow: none; z-index: auto; background: var(--qs-surface); border-inline-start: 1px solid var(--qs-border); }
    .inspect { border-bottom: 1px solid var(--qs-border); }
    .side-checks { display: block; }
    #tab-checks { display: none; }
  }
  @container lab (min-width: 72rem) {
    :host([sandbox]) .lab, :host([sandbox]) .lab.inspecting { grid-template: "top top top" auto "resources middle side" minmax(var(--middle, 14rem), 1fr) "resources bottom side" var(--bottom, 20rem) / 14rem minmax(0, 1fr) 23rem; }
    :host([sandbox]) .resources { display: block; }
    #tab-resources { display: none; }
  }
  @container lab (max-width: 34rem) {
    .top { padding: 0.6rem; }
    .map { padding: 0.4rem 0.6rem 0.6rem; }
    .lab.comparing { --middle: 36rem; --bottom: 24rem; }
    .lab { min-height: 54rem; grid-template: "top" auto "middle" minmax(var(--middle, 27rem), 1fr) "bottom" var(--bottom, 24rem) / minmax(0, 1fr); }
  }
  @media print { :host { height: auto; } :host .lab, .cover { display: none; } .paper { display: block; } }
`;
