/** The few icons of the lab's own controls, on a 16 by 16 grid. Decoration: every button also has a name. */
import { html, svg, type TemplateResult } from "lit";

const PATHS = {
  play: "M4 2.5v11l9-5.5z",
  pause: "M4 2.5h3v11H4zM9 2.5h3v11H9z",
  step: "M3 2.5v11l7-5.5zM11 2.5h2v11h-2z",
  quiet: "M2 2.5v11l5.5-5.5zM7.5 2.5v11l5.5-5.5zM13 2.5h1.5v11H13z",
  fill: "M2 2h5v1.6H3.600V7H2zM9 2h5v5h-1.600V3.600H9zM2 9h1.600v3.400H7V14H2zM12.400 9H14v5H9v-1.600h3.400z",
  close: "M3.3 2.2 8 6.9l4.7-4.7 1.1 1.1L9.1 8l4.7 4.7-1.1 1.1L8 9.1l-4.7 4.7-1.1-1.1L6.9 8 2.2 3.3z",
  back: "M8 2a6 6 0 1 1-5.7 4.1l1.5.5A4.4 4.4 0 1 0 8 3.6V6L4.5 3 8 0z",
  run: "M2 2h5v1.6H3.6v8.8H7V14H2zm6 1.5L14.5 8 8 12.5z",
  stop: "M3 3h10v10H3z",
  check: "M13.7 3.5 6.2 12.1 2.2 8.4l1.2-1.3 2.7 2.5 6.3-7.3z",
  circle: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zm0 1.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8z",
  share:
    "M12 1a2.4 2.4 0 0 1 0 4.8 2.4 2.4 0 0 1-1.7-.7L6.3 7.3a2.4 2.4 0 0 1 0 1.4l4 2.2A2.4 2.4 0 1 1 9.7 12L5.6 9.8a2.4 2.4 0 1 1 0-3.6L9.7 4A2.4 2.4 0 0 1 12 1z",
  fork: "M4.5 1a2.2 2.2 0 0 1 .8 4.2v5.6a2.2 2.2 0 1 1-1.6 0V5.2A2.2 2.2 0 0 1 4.5 1zm7 0a2.2 2.2 0 0 1 .8 4.2c0 2.6-1.6 3.5-5.4 4.3V7.9c2.9-.6 3.8-1.2 3.8-2.7A2.2 2.2 0 0 1 11.500 1z",
  bulb: "M8 1a5 5 0 0 0-2.8 9.1V12h5.6v-1.9A5 5 0 0 0 8 1zM5.5 13h5v1.2h-1.3L8 15.5l-1.2-1.3H5.5z",
} as const;

/** An icon by name. */
export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${PATHS[name]}></path>`}</svg>`;
}
