/** Texts of lab 07/01, in English. */
export const en = {
  title: "Who stands behind the door",
  goal: "Give the load balancer web a listener and a target group for addresses, and let a service of two Fargate tasks register there. Run a task of the same definition on its own and see that nobody registers it. Let the service give up a task and see its target drain. Then put three tasks of shop, on machines, behind a second group.",
  checks: {
    door: "The load balancer listens on port 80 and forwards to a group of type ip",
    registered: "A service has two healthy targets: tasks of web, by their addresses",
    alone: "A task of web runs without a service",
    leaving: "A target of the service was draining",
    dynamic: "Three tasks of shop are healthy targets, two of them on one machine",
    exercise: "On your own: two tasks of clock behind port 9090",
  },
} as const;
