/**
 * Which controller answers the change of which row. Every write of a row comes by here, whoever makes it, so nobody can
 * forget what follows from it. The order is the one in which they are told; none may depend on it, which
 * `test/property/same-moment.test.ts` looks after.
 */
import type { CloudReactor } from "../model/cloud.ts";
import { BALANCING_REACTORS } from "./balancing/follow.ts";
import { TARGET_HEALTH_REACTORS } from "./balancing/target-health.ts";
import { EXEC_REACTOR } from "./containers/exec-agents.ts";
import { EVENT_REACTORS } from "./events/announce.ts";
import { keepBooks } from "./host/instance-books.ts";
import { SERVICE_REACTORS } from "./services/wake.ts";
import { TRAFFIC_REACTORS } from "./traffic/touched.ts";

export const REACTORS: readonly CloudReactor[] = [
  { name: "books of container instances", table: "tasks", react: keepBooks },
  EXEC_REACTOR,
  ...SERVICE_REACTORS,
  ...BALANCING_REACTORS,
  ...TARGET_HEALTH_REACTORS,
  ...EVENT_REACTORS,
  ...TRAFFIC_REACTORS,
];
