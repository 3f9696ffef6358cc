/** Reads and replaces the rows of services: every change of a lifecycle field passes through its chart here. */
import {
  deploymentChart,
  type RoleEvent,
  type RolloutEvent,
  rolloutChart,
  type ServiceDeploymentEvent,
  serviceDeploymentChart,
} from "../../charts/service-charts.ts";
import { assert } from "../../kernel/assert.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { DeploymentRow, ServiceDeploymentRow, ServiceRevisionRow, ServiceRow } from "../../model/services.ts";

/** Changes fields of a service. The change belongs to the next record. */
export function changeService(sim: Cloud, service: ServiceRow, fields: Partial<ServiceRow>): ServiceRow {
  return sim.change("services", service, fields);
}

/** Changes fields of a deployment that belong to no chart. */
export function changeDeployment(sim: Cloud, row: DeploymentRow, fields: Partial<DeploymentRow>): DeploymentRow {
  return sim.change("deployments", row, { ...fields, updatedAtMs: sim.nowMs });
}

/** Moves a deployment along one or both of its charts. */
export function moveDeployment(
  sim: Cloud,
  row: DeploymentRow,
  events: { readonly role?: RoleEvent; readonly rollout?: RolloutEvent },
  fields: Partial<DeploymentRow> = {},
): DeploymentRow {
  return changeDeployment(sim, row, {
    ...(events.role === undefined ? {} : { status: deploymentChart.after(row.status, events.role) }),
    ...(events.rollout === undefined ? {} : { rolloutState: rolloutChart.after(row.rolloutState, events.rollout) }),
    ...fields,
  });
}

/** Moves the service deployment of that ARN. */
export function moveServiceDeployment(
  sim: Cloud,
  serviceDeploymentArn: string,
  event: ServiceDeploymentEvent,
  fields: Partial<ServiceDeploymentRow> = {},
): ServiceDeploymentRow {
  const row = sim.tables.serviceDeployments.get(serviceDeploymentArn);
  assert(row !== undefined, () => `there is no service deployment ${serviceDeploymentArn}`);
  const status = serviceDeploymentChart.after(row.status, event);
  return sim.change("serviceDeployments", row, { status, updatedAtMs: sim.nowMs, ...fields });
}

/** The deployments of a service that are not INACTIVE: PRIMARY first, then the newest. */
export function deploymentsOf(sim: Cloud, serviceArn: string): readonly [DeploymentRow, ...DeploymentRow[]] {
  const { deployments } = sim.tables;
  const rows = Array.from(deployments.bucket("service", serviceArn), (id) => deployments.get(id) as DeploymentRow);
  const [primary, ...rest] = rows.sort(
    (one, other) => Number(other.status === "PRIMARY") - Number(one.status === "PRIMARY") || other.number - one.number,
  );
  assert(primary?.status === "PRIMARY", () => `${serviceArn} has no PRIMARY deployment`);
  return [primary, ...rest];
}

/** The revision that a deployment rolls out. */
export function revisionOf(sim: Cloud, { serviceRevisionArn }: DeploymentRow): ServiceRevisionRow {
  const row = sim.tables.serviceRevisions.get(serviceRevisionArn);
  assert(row !== undefined, () => `there is no service revision ${serviceRevisionArn}`);
  return row;
}

/** Takes away an INACTIVE service with its deployments, their history and revisions. Belongs to the next record. */
export function forgetService(sim: Cloud, { serviceArn }: ServiceRow): void {
  for (const name of ["serviceDeployments", "serviceRevisions", "serviceEvents", "taskSets"] as const) {
    for (const key of [...sim.tables[name].bucket("service", serviceArn)]) sim.remove(name, key);
  }
  for (const id of [...sim.tables.deployments.bucket("service", serviceArn)]) sim.remove("deployments", id);
  sim.remove("services", serviceArn);
}
