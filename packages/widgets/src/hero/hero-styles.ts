/** How the home page's cluster looks: four places beside each other, two by two where it is narrow. Heights are reserved, nothing jumps. */
import { css } from "lit";

/** From 35rem of its own width on instances stand in a row; the caption is below them where the whole picture is above the fold. */
export const heroStyles = css`
  :host { container: hero / inline-size; }
  .story { display: grid; color: var(--qs-text); background: var(--qs-surface); }
  .bar { display: flex; align-items: center; gap: 0.6rem; padding: 0.45rem 0.7rem; border-bottom: 1px solid var(--qs-border); min-height: 3.1rem; }
  .bar .button { min-height: 2.25rem; min-width: 2.25rem; padding: 0 0.6rem; justify-content: center; }
  .again { margin-left: auto; }
  .clock { font: 600 1.05rem/1 var(--qs-mono); }
  .pips { display: none; gap: 3px; }
  .pips i { width: 12px; height: 12px; border: 1.5px solid var(--qs-state-running); border-radius: 3px; }
  .pips .on { background: var(--qs-state-running); }
  .pips .off { border-color: var(--qs-border-strong); border-style: dashed; }
  .caption { order: -1; display: grid; grid-template-columns: auto 1fr; gap: 0.7rem; align-content: start; padding: 0.6rem 0.8rem; min-height: 9.4rem;
    background: var(--qs-accent-soft); border-bottom: 1px solid var(--qs-border); line-height: 1.35; overflow-wrap: anywhere; }
  .caption p { margin: 0; }
  .caption svg { width: 1.15rem; height: 1.15rem; margin-top: 0.1rem; fill: var(--c); }
  .bar { order: -2; }
  .cloud { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.5rem; padding: 0.7rem 0.7rem 0.4rem; }
  .place { position: relative; display: flex; flex-direction: column; gap: 0.3rem; min-height: 9.1rem; min-width: 0; padding: 0.4rem 0.5rem;
    border: 1.5px solid var(--qs-border-strong); border-radius: 10px; background: var(--qs-sunken); }
  .place.ending { border-color: var(--qs-state-stopping); border-style: dashed; }
  .place.gone { border-color: var(--qs-danger); border-style: dashed; background: var(--qs-danger-soft); }
  .place.starting { border-style: dotted; background: none; }
  .place.empty { border-style: dotted; background: none; justify-content: center; }
  .name { display: flex; justify-content: space-between; align-items: baseline; gap: 0.3rem; }
  .name b { font-weight: 600; font-size: 0.875rem; }
  .name small { display: none; }
  small { font-size: 0.75rem; color: var(--qs-muted); }
  .second { display: flex; align-items: center; gap: 0.35rem; height: 1.05rem; font-size: 0.8125rem; line-height: 1; white-space: nowrap; }
  .second b { font-weight: 600; }
  .gauge { flex: 1; height: 7px; border: 1px solid var(--qs-mem); border-radius: 4px; overflow: hidden; }
  .gauge i { display: block; height: 100%; background: var(--qs-mem); }
  .ending .second { color: var(--qs-state-stopping); }
  .gone .second { color: var(--qs-danger); }
  ul { list-style: none; margin: 0; padding: 0; }
  .place .tasks { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 4px; align-content: start; }
  .task { display: flex; align-items: center; gap: 3px; min-width: 0; height: 1.55rem; padding: 0 3px; border: 1.5px solid var(--c); border-radius: 6px;
    background: color-mix(in srgb, var(--c) 12%, var(--qs-surface)); overflow: hidden; }
  .task.provisioning, .task.pending { background: var(--qs-surface); border-style: dashed; }
  .task svg { width: 0.7rem; height: 0.7rem; flex: none; fill: var(--c); }
  .task .mono { font-size: 0.75rem; font-weight: 600; font-style: normal; }
  .mono i { display: none; font-style: normal; }
  .task small { display: none; }
  .end { position: absolute; inset: 0; border: 0; border-radius: 9px; background: none; }
  .end:hover, .end:focus-visible { box-shadow: 0 0 0 2.5px var(--qs-danger); outline: none; }
  .coach { position: absolute; bottom: 0.5rem; left: 50%; translate: -50%; white-space: nowrap; pointer-events: none; padding: 0.15rem 0.7rem; border-radius: 1rem; background: var(--qs-brass); color: var(--qs-surface); font-weight: 650; font-size: 0.875rem; line-height: 1.3; }
  .launch { margin: auto; white-space: normal; padding: 0.3rem 0.5rem; min-height: 2.75rem; text-align: center; justify-content: center; font-size: 0.875rem; }
  .trays { display: grid; gap: 0.3rem; padding: 0 0.7rem 0.6rem; }
  .tray { display: flex; align-items: center; gap: 0.5rem; min-height: 1.9rem; min-width: 0; font-size: 0.8125rem; }
  .label { color: var(--qs-muted); font-weight: 600; white-space: nowrap; }
  .tray .tasks { display: flex; gap: 4px; min-width: 0; overflow: hidden; }
  .ghosts { display: flex; gap: 3px; }
  .ghosts i { width: 12px; height: 12px; border: 1.5px dashed var(--qs-state-provisioning); border-radius: 3px; }
  :host(:not(:defined)) .act { visibility: hidden; }
  @container hero (min-width: 22rem) {
    .pips { display: flex; }
    .count b, .label { font-size: 0.875rem; }
    .caption { min-height: 8.2rem; }
  }
  @container hero (max-width: 27rem) { .count { display: none; } }
  @container hero (min-width: 35rem) {
    .caption { align-content: center; min-height: 5.2rem; padding: 0.6rem 1rem; font-size: 1rem; }
    .caption svg { width: 1.4rem; height: 1.4rem; margin: 0; }
    .cloud { grid-template-columns: repeat(4, minmax(0, 1fr)); }
    .place { min-height: 14.6rem; padding: 0.5rem 0.6rem; }
    .place .tasks { grid-template-columns: minmax(0, 1fr); }
    .place .task { height: 1.7rem; padding: 0 6px; gap: 6px; }
    .task .mono { font-size: 0.8125rem; }
    .mono i { display: inline; }
    .place .task small { display: inline; margin-left: auto; }
    .coach { bottom: 0.7rem; }
    .trays { grid-template-columns: 13rem minmax(0, 1fr); gap: 1rem; }
    .tray .task { padding: 0 6px; }
  }
  @media (min-width: 66rem) { .caption { order: 1; border-bottom: 0; border-top: 1px solid var(--qs-border); } }
  @container hero (min-width: 44rem) { .name small { display: inline; } }
`;
