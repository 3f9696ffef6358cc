/** Styles of the transport and the track: two rows of fixed height, whatever there is to say. */
import { css } from "lit";

export const timelineStyles = css`
  :host { position: relative; z-index: 4; container: timeline / inline-size; --track: 3.625rem; }
  .transport { display: flex; align-items: center; gap: 0.45rem; height: 3.0625rem; padding: 0.25rem 0.75rem 0; min-width: 0; }
  .group { display: flex; flex: none; gap: 0.45rem; align-items: center; }
  .transport .button, select, ::slotted(button) { min-height: 2.25rem; }
  .transport .button:not(.play, .back, .lanes), ::slotted(button) { width: 2.25rem; padding: 0; justify-content: center; }
  .transport .play { flex: none; width: 2.5rem; min-height: 2.5rem; padding: 0; justify-content: center; border-radius: 50%; }
  .play svg { width: 1.05rem; height: 1.05rem; }
  select { padding: 0 0.4rem; border: 1px solid var(--qs-border-strong); border-radius: var(--qs-radius-small); background: var(--qs-surface); font-weight: 600; }
  .clock { display: flex; flex: none; white-space: nowrap; gap: 0 0.6rem; align-items: center; margin-inline-start: 0.2rem; }
  .clock b { font: 600 1.3125rem/1 var(--qs-mono); font-variant-numeric: tabular-nums; letter-spacing: -0.02em; }
  .clock small { color: var(--qs-muted); font-size: 0.8125rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
  .state { flex: 1; display: flex; align-items: center; justify-content: end; gap: 0.5rem; min-width: 0; color: var(--qs-muted); font-size: 0.875rem; }
  .state > span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; min-width: 0; max-height: calc(2.4em + 4px); padding-block: 2px; overflow: hidden; line-height: 1.2; text-align: end; text-wrap: balance; }
  .state .button { flex: none; }
  :host([told]) .state { display: none; }
  .past { color: var(--qs-brass); font-weight: 600; }
  .over { position: absolute; z-index: 4; inset: 100% 0 auto; padding: 0.25rem 0.75rem 0.5rem; border-bottom: 1px solid var(--qs-border-strong); background: var(--qs-surface); box-shadow: var(--qs-shadow); }
  .lanes { flex: none; font-size: 0.875rem; }
  .track { position: relative; height: var(--track); padding: 0 0.75rem; }
  .name { position: absolute; z-index: 1; inset: auto 1rem 0.4rem auto; padding: 0 0.3rem; border-radius: 4px; background: var(--qs-surface); color: var(--qs-muted); font-size: 0.75rem; pointer-events: none; }
  canvas { display: block; width: 100%; height: 100%; }
  input[type="range"] { position: absolute; inset: 0 calc(0.75rem - 5.5px); width: calc(100% - 1.5rem + 11px); height: 100%; margin: 0; appearance: none; background: transparent; cursor: col-resize; }
  input[type="range"]::-webkit-slider-runnable-track { height: 100%; background: transparent; }
  input[type="range"]::-moz-range-track { height: 100%; background: transparent; }
  input[type="range"]::-webkit-slider-thumb { appearance: none; width: 11px; height: 100%; border: 0; background: transparent; }
  input[type="range"]::-moz-range-thumb { width: 11px; height: 100%; border: 0; border-radius: 0; background: transparent; }
  label.inline { display: inline-flex; flex: none; gap: 0.35rem; align-items: center; }
  @container timeline (max-width: 44rem) { .clock small { display: none; } }
  @container timeline (max-width: 34rem) {
    :host { --track: 2rem; }
    .track { --track: 2rem; }
    .lanes { display: none; }
    /* What comes next has a line of its own: beside the buttons there is room for two letters. */
    .transport { flex-wrap: wrap; align-content: start; height: 4.3rem; padding-inline: 0.5rem; gap: 0 0.3rem; }
    .state { flex: 1 0 100%; order: 1; justify-content: start; height: 1.5rem; font-size: 0.8125rem; }
    .state > span { -webkit-line-clamp: 1; flex: 1; text-align: start; }
    .state .button, .state select { min-height: 1.5rem; padding-block: 0; }
    .group { gap: 0.3rem; }
    select { width: 3.25rem; padding: 0 0.2rem; }
    .clock { margin: 0; }
    .clock b { font-size: 1.125rem; }
    .track { padding-inline: 0.5rem; }
  }
  @container timeline (max-width: 23rem) {
    .clock b { font-size: 0.9375rem; }
    .transport, .group { column-gap: 0.2rem; }
    :host { --track: 1.75rem; }
    .track { --track: 1.75rem; }
    .transport { height: var(--transport, 4.2rem); padding-top: 0.15rem; }
    .transport .play { width: 2.25rem; min-height: 2.25rem; }
    .state { display: var(--next, flex); height: 1.75rem; font-size: 0.75rem; }
    .state > span { line-height: 1.15; }
    .state label.inline { display: none; }
    .state > span { -webkit-line-clamp: 2; text-wrap: wrap; }
    .transport .button:not(.play, .back, .lanes), ::slotted(button) { width: 2rem; }
    select { padding: 0; }
  }
`;
