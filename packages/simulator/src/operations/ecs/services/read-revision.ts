/** What a revision of a service pins, read from a call and checked against the definition that it runs. */

import type { RevisionPlan } from "../../../controllers/services/deployments.ts";
import type { Cloud } from "../../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../../model/ecs.ts";
import type { ServiceRevisionRow } from "../../../model/services.ts";
import { networkModeOf } from "../../../task-definition/reservation.ts";
import { networkOnInstances } from "../check-for-instances.ts";
import { networkOf } from "../check-network.ts";
import { platformProblem } from "../check-run-task.ts";
import { findPresentDefinition } from "../present-definitions.ts";
import { refuse } from "../refusals.ts";
import { refuseRoles } from "../refuse-roles.ts";
import type { Checked, RunTaskInput } from "../task-request.ts";
import { type ConnectionsContext, type ConnectionsInput, readConnections } from "./read-connections.ts";

/** The definition that a service is to run. */
export function serviceDefinition(sim: Cloud, reference: string | undefined): Checked<TaskDefinitionRow> {
  const row = reference === undefined ? undefined : findPresentDefinition(sim, reference);
  if (row === undefined) return refuse("service.no-definition");
  return row.status === "ACTIVE" ? { ok: true, checked: row } : refuse("service.definition-inactive");
}

/** What is asked of a revision. */
export type RevisionInput = Pick<RunTaskInput, "networkConfiguration" | "platformVersion"> &
  Pick<ServiceRevisionRow, "launchType"> & {
    readonly monitoring?: ServiceRevisionRow["monitoring"];
  } & ConnectionsInput;

/** Reads it, or says why tasks of it could not be started. */
export function readRevision(
  sim: Cloud,
  input: RevisionInput,
  context: Omit<ConnectionsContext, "launchType">,
  definition: TaskDefinitionRow,
): Checked<RevisionPlan> {
  const { launchType, networkConfiguration, platformVersion, monitoring } = input;
  if (!definition.definition.compatibilities.includes(launchType))
    return refuse("task-definition.launch-type", { launchType });
  const isOnFargate = launchType === "FARGATE";
  if (!isOnFargate && platformVersion !== undefined) return refuse("run-task.platform-on-ec2");
  const problem =
    (isOnFargate ? platformProblem(input, definition.definition) : undefined) ?? refuseRoles(sim, {}, definition);
  if (problem !== undefined) return problem;
  const network = isOnFargate ? networkOf(sim, input) : networkOnInstances(sim, input, definition);
  if (!network.ok) return network;
  const connections = readConnections(sim, input, { ...context, launchType }, definition);
  if (!connections.ok) return connections;
  const { subnets, securityGroups } = network.checked;
  return {
    ok: true,
    checked: {
      taskDefinitionArn: definition.taskDefinitionArn,
      launchType,
      ...(isOnFargate ? { platformVersion: platformVersion ?? "LATEST" } : {}),
      networkConfiguration,
      network: {
        subnetIds: subnets.map(({ subnetId }) => subnetId),
        securityGroups,
        assignPublicIp: networkConfiguration?.awsvpcConfiguration?.assignPublicIp === "ENABLED",
      },
      monitoring,
      ...connections.checked,
    },
  };
}

/** True for a definition whose tasks need a network configuration. */
export function needsNetwork({ definition }: TaskDefinitionRow): boolean {
  return networkModeOf(definition) === "awsvpc";
}
