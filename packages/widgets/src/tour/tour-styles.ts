/** Styles of the tour's caption and of its ring around parts of the lab. */
import { css } from "lit";

export const tourStyles = css`
  :host { position: absolute; width: 0; height: 0; }
  .layer { position: fixed; inset: 0; width: 100%; height: 100%; margin: 0; padding: 0; border: 0; background: none; overflow: hidden; pointer-events: none; color: inherit; }
  .spot { position: absolute; inset: 0 auto auto 0; border: 2.5px solid var(--qs-accent); border-radius: 8px; box-shadow: 0 0 0 3px var(--qs-surface), inset 0 0 0 2px var(--qs-surface); }
  .caption { position: absolute; inset: 0 auto auto 0; width: min(24rem, calc(100vw - 1.25rem)); max-height: calc(100dvh - 1.25rem); padding: 0.7rem 0.9rem 0.75rem; border: 1px solid var(--qs-accent); border-radius: var(--qs-radius);
    background: var(--qs-surface); color: var(--qs-text); box-shadow: var(--qs-shadow); pointer-events: auto; overflow: auto; font-size: 0.9375rem; line-height: 1.5; }
  header { display: flex; gap: 0.5rem; align-items: center; justify-content: space-between; margin: -0.2rem -0.4rem 0.15rem 0; }
  h2 { margin: 0; color: var(--qs-muted); font-size: 0.8125rem; font-weight: 600; }
  .end { min-width: 2rem; padding: 0; justify-content: center; }
  p { margin: 0; }
  .says p + p { margin-top: 0.4rem; font-size: 0.8125rem; }
  .way { color: var(--qs-muted); }
  code, pre { font-family: var(--qs-mono); font-size: 0.86em; }
  code { padding: 0 0.2em; border-radius: 3px; background: var(--qs-sunken); }
  pre { max-height: 4.6rem; margin: 0.5rem 0 0; padding: 0.35rem 0.55rem; border-radius: 5px; background: var(--qs-sunken); font-size: 0.75rem; line-height: 1.45; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
  .bar { height: 3px; margin: 0.6rem 0 0.55rem; border-radius: 2px; background: var(--qs-sunken); overflow: hidden; }
  .bar i { display: block; height: 100%; background: var(--qs-accent); }
  footer { display: flex; gap: 0.5rem; align-items: center; }
  .count { margin-inline-end: auto; color: var(--qs-muted); font: 0.8125rem var(--qs-mono); }
  [aria-disabled="true"] { opacity: 0.5; cursor: not-allowed; }
  @media (prefers-reduced-motion: no-preference) { .caption { transition: translate 0.22s ease-out; } }
  @media (max-width: 43.99rem) { .caption { inset: auto 0.6rem max(0.6rem, env(safe-area-inset-bottom)); width: auto; max-height: 45dvh; } }
  @media (forced-colors: active) { .spot { border-color: Highlight; } }
  @media print { .layer { display: none; } }
`;
