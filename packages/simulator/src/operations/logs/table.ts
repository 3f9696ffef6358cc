/** The operations of Amazon CloudWatch Logs that the simulator has: what a learner needs to find and read a task's logs. */
import type { OperationTable } from "../operation.ts";
import { withChecks } from "../with-checks.ts";
import { inputProblem } from "./check-input.ts";
import { createLogGroup } from "./create-log-group.ts";
import { describeLogStreams, filterLogEvents, getLogEvents } from "./log-events.ts";
import { deleteLogGroup, describeLogGroups, putRetentionPolicy } from "./log-groups.ts";

/** By name: how the operation runs. */
export const logsOperations = withChecks(
  {
    CreateLogGroup: createLogGroup,
    DeleteLogGroup: deleteLogGroup,
    DescribeLogGroups: describeLogGroups,
    DescribeLogStreams: describeLogStreams,
    FilterLogEvents: filterLogEvents,
    GetLogEvents: getLogEvents,
    PutRetentionPolicy: putRetentionPolicy,
  } as const satisfies OperationTable<"logs">,
  inputProblem,
);
