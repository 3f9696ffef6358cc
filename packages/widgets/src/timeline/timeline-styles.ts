/** Styles of the transport and the track. */
import { css } from "lit";

export const timelineStyles = css`
  .transport { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.6rem; }
  .group { display: flex; gap: 0.3rem; align-items: center; }
  .play { width: 2.5rem; height: 2.5rem; padding: 0; justify-content: center; border-radius: 50%; }
  .play svg { width: 1.05rem; height: 1.05rem; }
  select { min-height: 2rem; padding: 0 0.4rem; border: 1px solid var(--qs-border-strong); border-radius: var(--qs-radius-small); background: var(--qs-surface); }
  .clock { display: flex; flex-direction: column; line-height: 1.1; margin-inline: 0.2rem; }
  .clock b { font: 650 1.3rem/1.1 var(--qs-mono); font-variant-numeric: tabular-nums; letter-spacing: -0.02em; }
  .clock small { color: var(--qs-muted); font-size: 0.7rem; font-variant-numeric: tabular-nums; }
  .state { margin-inline-start: auto; display: flex; align-items: center; gap: 0.5rem; color: var(--qs-muted); font-size: 0.8rem; text-align: end; }
  :host([told]) .state { display: none; }
  .past { color: var(--qs-brass); font-weight: 600; }
  .track { position: relative; margin-top: 0.5rem; }
  .name { position: absolute; z-index: 1; inset: auto 4px 4px auto; padding: 0 0.3rem; border-radius: 4px; background: var(--qs-surface); color: var(--qs-muted); font-size: 0.72rem; pointer-events: none; }
  canvas { display: block; width: 100%; border-radius: 4px; }
  input[type="range"] { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; appearance: none; background: transparent; cursor: col-resize; }
  input[type="range"]::-webkit-slider-runnable-track { height: 100%; background: transparent; }
  input[type="range"]::-moz-range-track { height: 100%; background: transparent; }
  input[type="range"]::-webkit-slider-thumb { appearance: none; width: 11px; height: 100%; border: 0;
    background: linear-gradient(90deg, transparent 4.5px, var(--qs-text) 4.5px, var(--qs-text) 6.5px, transparent 6.5px), radial-gradient(circle at 5.5px 12px, var(--qs-text) 5px, transparent 5.6px); }
  input[type="range"]::-moz-range-thumb { width: 11px; height: 100%; border: 0; border-radius: 0;
    background: linear-gradient(90deg, transparent 4.5px, var(--qs-text) 4.5px, var(--qs-text) 6.5px, transparent 6.5px); }
  label.inline { display: inline-flex; gap: 0.35rem; align-items: center; }
  .word { display: inline; }
  @container (max-width: 34rem) { .word { display: none; } .clock b { font-size: 1.1rem; }  }
`;
