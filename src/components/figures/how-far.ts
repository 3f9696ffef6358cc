// How far a task on EC2 can come: what shows that it ended there, and where the cause is to be found.

/** One rung of the ladder from the call to RUNNING. */
interface Rung {
  readonly name: string;
  readonly shows: string;
  readonly look: string;
}

/** From the first to the last: what the picture and its words both show. */
export const RUNGS: readonly Rung[] = [
  { name: "the call", shows: "No Container Instances were ...", look: "machine, role, route, cluster name" },
  { name: "placement", shows: "failures[].reason", look: "each instance, by its reason" },
  { name: "PROVISIONING", shows: "no private address yet", look: "subnet, interfaces; or capacity" },
  { name: "PENDING", shows: "no pullStartedAt", look: "agentConnected; the task before it" },
  { name: "PENDING", shows: "pullStartedAt, no startedAt", look: "size of the image, dependsOn" },
  { name: "STOPPED", shows: "no startedAt, Task failed to start", look: "containers[].reason" },
  { name: "RUNNING", shows: "startedAt", look: "now it is about the application" },
];
