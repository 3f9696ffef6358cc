/** The operations of Amazon EventBridge that the simulator has: rules of the default bus, their targets, and events of one's own. */
import type { OperationTable } from "../operation.ts";
import { putEvents, testEventPattern } from "./events.ts";
import {
  deleteRule,
  describeEventBus,
  describeRule,
  disableRule,
  enableRule,
  listEventBuses,
  listRuleNamesByTarget,
  listRules,
  putRule,
} from "./rules.ts";
import { listTargetsByRule, putTargets, removeTargets } from "./targets.ts";

/** By name: how the operation runs. */
export const eventsOperations = {
  DeleteRule: deleteRule,
  DescribeEventBus: describeEventBus,
  DescribeRule: describeRule,
  DisableRule: disableRule,
  EnableRule: enableRule,
  ListEventBuses: listEventBuses,
  ListRuleNamesByTarget: listRuleNamesByTarget,
  ListRules: listRules,
  ListTargetsByRule: listTargetsByRule,
  PutEvents: putEvents,
  PutRule: putRule,
  PutTargets: putTargets,
  RemoveTargets: removeTargets,
  TestEventPattern: testEventPattern,
} as const satisfies OperationTable<"events">;
