/** Styles of load balancers, target groups, the bands between them and the lines to their targets. */
import { css } from "lit";

export const balancerStyles = css`
  .balancer, .targetGroup { cursor: pointer; }
  .balancer.selected .card, .targetGroup.selected .card { stroke: var(--qs-accent); stroke-width: 3; }
  .balancer.marked .card, .targetGroup.marked .card { stroke: var(--qs-brass); stroke-width: 3; }
  .traffic-name { font-weight: 600; fill: var(--qs-text); }
  .traffic-port { font-family: var(--qs-mono); font-size: 11px; }
  .traffic-state { font-size: 11px; text-anchor: end; }
  .traffic-rate { text-anchor: end; font-weight: 600; fill: var(--qs-accent); }
  .traffic-state.waits { fill: var(--qs-brass); font-weight: 600; }
  .traffic-count { font-size: 11px; }
  .traffic-count.unhealthy { fill: var(--qs-danger); font-weight: 600; }
  .band { fill: none; stroke: var(--qs-accent); stroke-opacity: 0.45; }
  .band.none { stroke: var(--qs-border-strong); stroke-opacity: 1; stroke-width: 1; stroke-dasharray: 3 3; }
  .band-share { font-family: var(--qs-mono); font-size: 11px; text-anchor: middle; fill: var(--qs-text); }
  .band-label { fill: var(--qs-surface); stroke: var(--qs-border); }
  .wire { fill: none; stroke: var(--qs-accent); stroke-width: 1.25; stroke-opacity: 0.75; stroke-linejoin: round; }
  .wire.initial, .wire.draining, .wire.unavailable { stroke: var(--qs-border-strong); stroke-dasharray: 4 3; }
  .wire.unhealthy { stroke: var(--qs-danger); stroke-dasharray: 2 3; }
  .wire.unused { stroke: var(--qs-border); stroke-dasharray: 1 4; }
  .badge circle, .badge .body { fill: var(--qs-surface); stroke: var(--qs-state-pending); stroke-width: 1.5; }
  .badge path { fill: none; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  .badge.initial circle { stroke-dasharray: 2.2 1.8; }
  .badge.healthy circle { stroke: var(--qs-ok); }
  .badge.healthy path { stroke: var(--qs-ok); }
  .badge.unhealthy .body { stroke: var(--qs-danger); fill: var(--qs-danger-soft); }
  .badge.unhealthy path { stroke: var(--qs-danger); }
  .badge.draining circle, .badge.draining path { stroke: var(--qs-state-deactivating); }
  .badge.unavailable circle { stroke: var(--qs-border-strong); }
`;
