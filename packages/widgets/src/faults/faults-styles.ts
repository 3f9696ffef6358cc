/** Looks of the fault panel: cards side by side where there is room, one below the other on a phone. */
import { css } from "lit";

export const faultsStyles = css`
  :host { container: faults / inline-size; padding: 0.75rem 1rem 1.25rem; }
  .intro { margin: 0 0 0.75rem; max-width: 60rem; font-size: 0.8125rem; }
  h2 { margin: 0 0 0.4rem; font-size: 0.75rem; font-weight: 650; letter-spacing: 0.06em; text-transform: uppercase; color: var(--qs-muted); }
  h3 { margin: 0; font-size: 0.9375rem; font-weight: 650; }
  section { margin-block: 0 1rem; }
  .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 0.75rem; }
  .card { display: flex; flex-direction: column; gap: 0.5rem; min-width: 0; padding: 0.8rem 0.9rem 0.9rem; border: 1px solid var(--qs-border); border-radius: var(--qs-radius); background: var(--qs-bg); }
  .card p { margin: 0; font-size: 0.8125rem; }
  .card .button { align-self: start; margin-top: auto; }
  .field { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0.5rem; align-items: center; font-size: 0.8125rem; }
  .field span { color: var(--qs-muted); }
  select { width: 100%; min-height: 2rem; padding: 0.2rem 0.4rem; border: 1px solid var(--qs-border-strong); border-radius: var(--qs-radius-small); background: var(--qs-surface); text-overflow: ellipsis; }
  .then { padding-inline-start: 0.6rem; border-inline-start: 3px solid var(--qs-brass); }
  .now { padding: 0.7rem 0.9rem; border: 1px solid var(--qs-brass); border-radius: var(--qs-radius); background: var(--qs-brass-soft); }
  .now h2 { color: var(--qs-text); }
  .now ul { display: grid; gap: 0.4rem; margin: 0; padding: 0; list-style: none; }
  .now li { display: flex; flex-wrap: wrap; gap: 0.4rem 0.75rem; align-items: center; justify-content: space-between; font-size: 0.8125rem; overflow-wrap: anywhere; }
  @container faults (max-width: 24rem) { .field { grid-template-columns: 1fr; gap: 0.15rem; } }
`;
