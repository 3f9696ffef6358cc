/**
 * SetFargateCapacity: Fargate has no room for new tasks in a zone, or has it again. Tasks that run are not concerned, and
 * RunTask spreads over the zones that are left.
 * Simplified: in AWS it depends on the size and the architecture of the task, and passes by itself.
 */
import { answer, command } from "../operation.ts";
import { fieldsOf } from "./read-input.ts";
import { refuse } from "./refusals.ts";

/** `{ availabilityZone?, available }`; without a zone, all of them. */
export const setFargateCapacity = command<"quayside", "SetFargateCapacity">((sim, input) => {
  const { availabilityZone, available } = fieldsOf(input);
  const zones = [...new Set(Array.from(sim.tables.subnets.values(), (subnet) => subnet.availabilityZone))];
  const isKnown = availabilityZone === undefined || zones.includes(availabilityZone as string);
  if (!isKnown || typeof available !== "boolean") {
    return refuse("quayside.input", {
      usage: `SetFargateCapacity takes {"available": false, "availabilityZone": "us-east-1a"}: one of ${zones.join(", ")}, or none for all of them.`,
    });
  }
  const meant = availabilityZone === undefined ? zones : [availabilityZone as string];
  for (const zone of meant) {
    if (available) sim.remove("fargateShortages", zone);
    else sim.put("fargateShortages", { availabilityZone: zone, record: sim.nextRecord });
  }
  sim.record(available ? "FARGATE_CAPACITY_BACK" : "FARGATE_CAPACITY_GONE", meant.join(" "), {
    availabilityZones: meant,
  });
  return answer({ availabilityZones: meant, available });
});
