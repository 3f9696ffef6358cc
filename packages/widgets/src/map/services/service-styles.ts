/** Styles of what belongs to a service on the map. */
import { css } from "lit";

export const serviceStyles = css`
  .service { cursor: pointer; }
  .service.selected .card { stroke: var(--qs-accent); stroke-width: 3; }
  .service.marked .card { stroke: var(--qs-brass); stroke-width: 3; }
  .service-name { font-weight: 600; fill: var(--qs-text); }
  .service-revision { font-family: var(--qs-mono); font-size: 11.5px; text-anchor: end; }
  text.held { fill: var(--qs-brass); font-weight: 600; }
  .service-pip { stroke: var(--c); stroke-width: 1; }
  .service-pip.pending { stroke-dasharray: 2 1.5; stroke-width: 1.4; }
  .service-pip.stopping { stroke: var(--qs-state-stopping); }
  .service-pip.missing { stroke: var(--qs-muted); }
  @media (forced-colors: active) { .service-pip.running { fill: CanvasText; } }
`;
