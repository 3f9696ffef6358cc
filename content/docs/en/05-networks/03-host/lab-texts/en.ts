/** Texts of lab 05/03, in English. */
export const en = {
  title: "The machine's own network",
  goal: "Run web in host mode and reach it from the other machine at port 80. Run a second copy, and see why a third one finds no place. Run probe, and find on its localhost a neighbour and the agent. Then run sealed, in mode none, and see how far it gets.",
  checks: {
    direct: "web answers at port 80 of its machine",
    "one-each": "One copy on each machine",
    conflict: "A third copy finds no free port",
    neighbour: "Another task on probe's localhost",
    agent: "The agent on probe's localhost",
    none: "A task that reaches nobody",
    exercise: "On your own: store, a cache in host mode, answers at port 6379 of its machine",
  },
} as const;
