/** DeleteService: DRAINING at once, INACTIVE when no task is left. */
import { serviceChart } from "../../../charts/service-charts.ts";
import { wakeByCall } from "../../../controllers/services/wake.ts";
import { answer, command } from "../../operation.ts";
import { findCluster } from "../find-cluster.ts";
import { refuse } from "../refusals.ts";
import { findService } from "./find-service.ts";
import { describeService } from "./present-service.ts";

const ANSWER = { tags: false, of: "deletion" } as const;

export const deleteService = command<"ecs", "DeleteService">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const service = findService(sim, cluster, input.service);
  if (service === undefined || service.status === "INACTIVE") return refuse("service.not-there-to-delete");
  if (service.status === "DRAINING") return answer({ service: describeService(sim, service, ANSWER) });
  const { schedulingStrategy, desiredCount } = service;
  const force = input.force === true;
  if (schedulingStrategy === "REPLICA" && desiredCount > 0 && !force) return refuse("service.scaled");
  const draining = wakeByCall(sim, service, {
    status: serviceChart.after(service.status, "DELETE_REQUESTED"),
    desiredCount: 0,
    isSteady: false,
  });
  sim.record("SERVICE_DELETE_REQUESTED", service.serviceArn, { force });
  return answer({ service: describeService(sim, draining, ANSWER) });
});
