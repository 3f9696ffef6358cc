/** The cases of all rules, to be run as one table. */
import { CONTAINER_CASES } from "./cases-containers.ts";
import { FARGATE_CASES } from "./cases-fargate.ts";
import { LAUNCH_TYPE_CASES } from "./cases-launch-types.ts";
import { LIFE_CASES } from "./cases-life.ts";
import { NETWORK_CASES } from "./cases-network.ts";
import { SERVICE_CASES } from "./cases-services.ts";
import { VOLUME_CASES } from "./cases-volumes.ts";
import type { RuleCase } from "./rule-case.ts";

/** Every case. */
export const CASES: readonly RuleCase[] = [
  ...CONTAINER_CASES,
  ...LIFE_CASES,
  ...SERVICE_CASES,
  ...NETWORK_CASES,
  ...VOLUME_CASES,
  ...FARGATE_CASES,
  ...LAUNCH_TYPE_CASES,
];
