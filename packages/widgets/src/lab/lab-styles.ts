/**
 * Layout of the lab: time, stage, dock, in this order, and nothing else may move the stage. From 700 px of width stage and dock
 * stand side by side where the lab is low; the inspector lies over the stage, or is a column where there is room.
 */
import { css } from "lit";

export const labStyles = css`
  :host { container: lab / size; height: 100%; min-height: 26rem; overflow: auto; background: var(--qs-bg); }
  .lab { --dock: clamp(15.75rem, 30%, 22rem); display: grid; height: 100%; min-height: 26rem; grid-template: "top" auto "middle" minmax(10rem, 1fr) "bottom" var(--bottom, var(--dock)) / minmax(0, 1fr); }
  .paper { display: none; }
  .top { grid-area: top; background: var(--qs-surface); border-bottom: 1px solid var(--qs-border); }
  .middle { grid-area: middle; display: flex; min-height: 0; min-width: 0; }
  .map { flex: 1; min-width: 0; padding: 0.5rem 0.5rem 0.1rem 0.75rem; display: flex; overflow: hidden; }
  quayside-map { flex: 1; }
  .bottom { position: relative; grid-area: bottom; container: bottom / inline-size; display: flex; flex-direction: column; min-height: 0; min-width: 0; background: var(--qs-surface); border-top: 1px solid var(--qs-border); }
  .tabs { display: flex; flex: none; align-items: center; gap: 0.15rem; padding: 0 0.6rem; border-bottom: 1px solid var(--qs-border); }
  .tablist { --edge: var(--qs-surface); display: flex; flex: 0 1 auto; gap: 0.15rem; min-width: 0; overflow-x: auto; overflow-y: hidden; scrollbar-width: none; }
  [role="tab"] { position: relative; flex: none; min-height: 2.75rem; padding: 0 0.7rem; border: 0; background: none; color: var(--qs-muted); font-weight: 600; white-space: nowrap; }
  [role="tab"]:focus-visible { outline-offset: -4px; }
  [role="tab"][aria-selected="true"] { color: var(--qs-text); }
  [role="tab"][aria-selected="true"]::after { content: ""; position: absolute; inset: auto 0.5rem 0; height: 3px; border-radius: 3px 3px 0 0; background: var(--qs-accent); }
  .count { margin-inline-start: 0.3rem; color: var(--qs-muted); font-weight: 400; font-variant-numeric: tabular-nums; }
  .tabs .button.quiet { flex: none; padding-inline: 0.6rem; }
  @container bottom (max-width: 36rem) {
    .tabs { padding: 0 0.3rem; }
    [role="tab"] { padding: 0 0.45rem; }
    .run { padding: 0.25rem 0.5rem; }
  }
  @container bottom (max-width: 30rem) {
    .tabs:has(.run) { flex-wrap: wrap; padding-bottom: 0.25rem; }
    .tabs:has(.run) .tablist { flex: 1 0 100%; }
    .tablist { flex: 1; justify-content: space-between; }
    .tabs .run { flex: 1; justify-content: center; }
    .spacer { display: none; }
  }
  .spacer { flex: 1; }
  .run { flex: none; }
  .panel { position: relative; flex: 1; min-height: 0; overflow: auto; }
  .panel[hidden] { display: none; }
  .panel > quayside-editor, .panel > quayside-terminal { height: 100%; }
  .side { display: none; }
  .resources { display: none; grid-area: resources; overflow: auto; background: var(--qs-surface); border-inline-end: 1px solid var(--qs-border); }
  .preview { display: flex; flex-direction: column; height: 100%; }
  .preview b { flex: none; padding: 0.55rem 1rem; font: 0.875rem/1.2 var(--qs-mono); border-bottom: 1px solid var(--qs-border); background: var(--qs-bg); }
  .preview i { margin-inline-start: 1.5rem; color: var(--qs-muted); font: inherit; font-weight: 400; }
  .preview pre { flex: 1; margin: 0; padding: 0.6rem 0 0.6rem 2.9rem; overflow: auto; font: 0.82rem/1.55 var(--qs-mono); }
  .waiting { padding: 1rem; color: var(--qs-muted); }
  .cover { display: grid; place-content: center; gap: 0.75rem; height: 100%; min-height: 20rem; padding: 2rem; text-align: center; color: var(--qs-muted); }
  .lab.sided { grid-template: "top top" auto "middle side" minmax(10rem, 1fr) "bottom side" var(--bottom, var(--dock)) / minmax(0, 1fr) 19.75rem; }
  @container lab (min-width: 43.75rem) and (max-height: 38rem) {
    .lab:not(.sided) { grid-template: "top top" auto "middle bottom" minmax(0, 1fr) / minmax(0, 1fr) minmax(19rem, 34.2%); }
    .bottom { border-top: 0; border-inline-start: 1px solid var(--qs-border); }
    .lab:not(.sided) quayside-splitter { display: none; }
  }
  @container lab (min-width: 100rem) {
    :host([sandbox]) .lab { grid-template: "top top" auto "resources middle" minmax(10rem, 1fr) "resources bottom" var(--bottom, var(--dock)) / 14rem minmax(0, 1fr); }
    :host([sandbox]) .lab.sided { grid-template: "top top top" auto "resources middle side" minmax(10rem, 1fr) "resources bottom side" var(--bottom, var(--dock)) / 14rem minmax(0, 1fr) 19.75rem; }
    :host([sandbox]) .resources { display: block; }
    :host([sandbox]) #tab-resources { display: none; }
  }
  @container lab (max-width: 34rem) {
    .map { padding: 0.3rem 0.5rem 0.1rem; }
    .lab { --dock: clamp(14.125rem, 34%, 20rem); }
  }
  @container lab (max-width: 23rem) { .keys { display: none; } }
  /* The smallest phones have no height for what comes next. */
  @container lab (max-width: 23rem) and (max-height: 34rem) { quayside-timeline { --transport: 2.5rem; --next: none; } }
  @media print { :host { height: auto; min-height: 0; container-type: normal; } :host .lab, .cover { display: none; } .paper { display: block; } }
`;
