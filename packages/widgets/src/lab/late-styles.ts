/** Styles of what a lab shows once it is used: notices, the inspector's place, the heights of a page's sheet, the solution that is watched. */
import { css } from "lit";

export const lateStyles = css`
  :host([filled]) { position: fixed; inset: var(--q-header, 0) 0 0; z-index: 3; height: auto !important; min-height: 0; }
  :host([filled]) .lab { --dock: 5.75rem; }
  .lab:has(.notice) { --dock: clamp(15.75rem, 30%, 22rem); }
  .lab:has(> quayside-tour) { --dock: 13rem; }
  .lab.comparing { --dock: 13rem; }
  @container lab (max-width: 34rem) { .lab.comparing { --dock: 22rem; min-height: 66rem; } }
  .watching { position: absolute; inset: 0; z-index: 5; background: var(--qs-bg); }
  .speaks { display: inline-flex; align-items: center; gap: 0.3rem; padding: 0.1rem 0.4rem; border-radius: 5px; background: var(--qs-brass-soft); font-size: 0.8125rem; }
  .speaks.a { background: var(--qs-accent-soft); }
  .notices { flex: none; max-height: 60%; overflow: auto; }
  .notice { display: flex; flex-wrap: wrap; gap: 0.35rem 0.75rem; align-items: center; padding: 0.35rem 0.6rem 0.35rem 0.9rem; border-bottom: 1px solid var(--qs-border); border-inline-start: 4px solid var(--qs-accent); background: var(--qs-accent-soft); }
  .notice.refused { background: var(--qs-danger-soft); border-inline-start-color: var(--qs-danger); }
  .notice.ask { background: var(--qs-brass-soft); border-inline-start-color: var(--qs-brass); }
  .notice > div { flex: 1 1 16rem; min-width: 0; overflow-wrap: anywhere; }
  .notice b { display: block; }
  .notice code { font-family: var(--qs-mono); font-size: 0.875rem; white-space: pre-wrap; }
  .side.open { display: block; grid-area: middle; justify-self: end; align-self: start; z-index: 3; width: 19.5rem; max-width: calc(100% - 1rem); max-height: calc(100% - 3.125rem); margin: 0.5rem; overflow: auto; border: 1px solid var(--qs-border-strong); border-radius: 12px; background: var(--qs-raised); box-shadow: var(--qs-shadow); }
  .side.open.column { grid-area: side; width: auto; max-width: none; max-height: none; align-self: stretch; justify-self: stretch; margin: 0; border-width: 0 0 0 1px; border-color: var(--qs-border); border-radius: 0; box-shadow: none; background: var(--qs-surface); }
  .inspect { position: relative; }
  .pin { position: absolute; z-index: 1; top: 0.7rem; inset-inline-end: 3rem; }
  :host([sheet]) { min-height: 0; }
  :host([sheet="half"]) .lab { min-height: 0; grid-template: "top" auto "middle" minmax(0, 1fr) "bottom" auto / minmax(0, 1fr); }
  :host([sheet="half"]) .bottom { border: 0; }
  :host([sheet="half"]) .fill, :host([sheet="full"]) .fill { display: none; }
  :host([sheet="half"]) .bottom > :not(.notices) { display: none; }
  @container lab (max-width: 34rem) and (max-height: 27.5rem) {
    :host([sheet="full"]) .lab { min-height: 0; grid-template: "top" auto "bottom" minmax(0, 1fr) / minmax(0, 1fr); }
    :host([sheet="full"]) .middle { display: none; }
  }
  .lab:has(> .watching) { position: relative; }
  .lab:has(> .watching) > :not(.watching) { visibility: hidden; }
`;
