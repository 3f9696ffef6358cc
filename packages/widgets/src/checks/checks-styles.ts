/** Styles of the checks panel. */
import { css } from "lit";

export const checksStyles = css`
  .checks-panel { display: flex; flex-direction: column; gap: 0.75rem; padding: 0.85rem 1rem 1rem; }
  .goal { margin: 0; color: var(--qs-muted); }
  .goal b { display: block; font-size: 0.72rem; letter-spacing: 0.08em; text-transform: uppercase; color: var(--qs-accent); }
  ul, ol { margin: 0; padding: 0; list-style: none; }
  .checks { display: flex; flex-direction: column; gap: 1px; border: 1px solid var(--qs-border); border-radius: var(--qs-radius); overflow: hidden; background: var(--qs-border); }
  .checks li { display: flex; gap: 0.6rem; align-items: flex-start; padding: 0.5rem 0.7rem; background: var(--qs-surface); transition: background 0.3s; }
  .checks li.passed { background: var(--qs-ok-soft); }
  .checks li > div { flex: 1; min-width: 0; }
  .mark { flex: none; display: grid; place-items: center; width: 1.15rem; height: 1.15rem; margin-top: 0.1rem; color: var(--qs-muted); }
  .passed .mark { color: var(--qs-ok); }
  .before .mark { color: var(--qs-brass); }
  .title { display: block; font-weight: 600; }
  .observed { display: block; color: var(--qs-muted); font-size: 0.8125rem; overflow-wrap: anywhere; }
  .evidence { flex: none; min-height: 1.6rem; padding: 0 0.4rem; font-size: 0.75rem; color: var(--qs-accent); }
  .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .hints { display: flex; flex-direction: column; gap: 0.4rem; }
  .hints li { padding: 0.55rem 0.8rem; border-inline-start: 3px solid var(--qs-brass); border-radius: 0 6px 6px 0; background: var(--qs-brass-soft); }
  .report { padding: 0.75rem 0.9rem; border: 1px solid var(--qs-border-strong); border-radius: var(--qs-radius); background: var(--qs-surface); }
  .report.all { border-color: var(--qs-ok); background: var(--qs-ok-soft); }
  .onward { margin: 0 0 0.4rem; }
  .onward a { color: var(--qs-accent); font-weight: 600; }
  @keyframes all-passed { from { outline-color: var(--qs-ok); outline-offset: 0; } to { outline-color: transparent; outline-offset: 10px; } }
  .report.all { outline: 3px solid transparent; animation: all-passed 0.6s ease-out 1; }
  .report h3 { margin: 0 0 0.4rem; font-size: 1rem; }
  .report h3 span { color: var(--qs-ok); }
  .report li { display: flex; gap: 0.5rem; padding: 0.3rem 0; overflow-wrap: anywhere; }
  .report li:not(.passed) .mark { color: var(--qs-danger); }
  .offer { display: flex; flex-wrap: wrap; gap: 0.3rem 0.75rem; align-items: center; }
  .offer p { flex: 1 1 14rem; }
  .give-away { display: flex; flex-direction: column; gap: 0.6rem; padding: 0.75rem 0.9rem; border: 1px solid var(--qs-brass); border-radius: var(--qs-radius); background: var(--qs-brass-soft); }
  .small { font-size: 0.8rem; margin: 0; }
  p { margin: 0; }
  @media (prefers-reduced-motion: reduce) { .checks li { transition: none; } .report.all { animation: none; } }
`;
