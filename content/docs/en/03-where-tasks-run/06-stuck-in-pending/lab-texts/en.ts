/** Texts of lab 03/06, in English. */
export const en = {
  title: "Five that do not run",
  goal: "Bring five tasks to RUNNING, each by mending what is really wrong: report, gateway, payments and orders (with its 2,600 MiB) in the cluster shop, catalog in the cluster annex. In the cluster solo, replace the running worker by a new one at once, and see it wait.",
  checks: {
    catalog: "catalog runs in annex",
    report: "report runs: its log driver is there",
    gateway: "gateway runs: its port is free",
    orders: "orders runs with its 2,600 MiB",
    payments: "payments runs: its image exists",
    waits: "A new worker waited for the old one",
    exercise: "On your own: archive runs in shop",
  },
} as const;
