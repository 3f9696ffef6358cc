/** @quayside/simulator/testing: what tests do to a session that the product never does. */
export { ORDER_MATTERS } from "./order-matters.ts";
export { bothWays, type Dependence, dueNext, reactorsBothWays, shuffleMoments } from "./same-moment.ts";
export { brokenTraffic } from "./traffic-guard.ts";
export { servedWorld } from "./traffic-scenery.ts";
