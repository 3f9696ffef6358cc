/** Texts of lab 05/04, in English. */
export const en = {
  title: "Out of addresses, out of interfaces",
  goal: "Run shop on Fargate in private-a until the subnet has no address left, and read what becomes of one task more. Stop one task and let a new one take over its address; let another run in private-b. Then run three tasks worker in the cluster machines, find out why the third has no place, and run worker-bridge beside them.",
  checks: {
    full: "private-a has no address left",
    message: "One task more stops without an address",
    back: "A new task has the address of an old one",
    second: "shop runs in private-b, too",
    slots: "Two workers on the m5.large, a third finds no interface",
    bridge: "worker-bridge runs on the same machine",
    exercise: "On your own: five tasks of thumb run on the m5.large at once",
  },
} as const;
