/** Texts of lab 01/03, in English. */
export const en = {
  title: "Three containers in order",
  goal: "Register shop so that web starts only when migrate has ended with 0 and cache is HEALTHY, and run it. Run it a second time with a migration that exits with 3. Stop the good task. Then make the worker, which crashes after 90 seconds, start again inside its task.",
  checks: {
    waits: "web waits for migrate and for cache",
    "in-order": "web started last, after both",
    "migration-failed": "A migration failed, and its task never ran",
    "reverse-order": "When you stopped it, web went before cache",
    restarted: "The worker was started again in the same task",
    exercise: "On your own: in kiosk, cache waited for migrate, and web for cache",
  },
} as const;
