/** Texts of lab 03/02, in English. */
export const en = {
  title: "Replace a machine",
  goal: "The only machine of the cluster fleet is old. Stop its agent, try to run a task, and start the agent again. Launch a t3.medium that registers in fleet and keeps 256 MiB for its system. Launch one without an instance profile, too, and find out why it does not register. Drain the old instance, run the tasks on the new one, and stop the old ones. Terminate the old machine, and the one that never registered.",
  checks: {
    silent: "Tasks ran on under a silent agent, no new one came",
    joined: "A machine that you launched joined fleet",
    reserved: "It keeps 256 MiB for its system",
    "no-role": "A machine runs, and its agent has no credentials",
    drained: "The old instance was drained and emptied",
    moved: "Two tasks run on the new instance",
    gone: "The old machine is terminated and deregistered",
    exercise: "On your own: an m5.large of yours joined fleet and keeps 512 MiB",
  },
} as const;
