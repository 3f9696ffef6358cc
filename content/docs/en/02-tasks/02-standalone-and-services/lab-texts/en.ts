/** Texts of lab 02/02, in English. */
export const en = {
  title: "Three of a kind: standalone, and kept by a service",
  goal: "Run three standalone tasks of webserver, stop one and see what follows. Then let a service called web keep three tasks of the same definition, stop one of its tasks, and see what follows there. At the end delete the service and leave no task of webserver running.",
  checks: {
    three: "Three copies of one revision ran at the same time",
    "stays-stopped": "A standalone task was stopped by hand",
    service: "The service web was steady with three tasks",
    replaced: "A task of the service was stopped, and the service replaced it",
    deleted: "The service web is deleted",
    "nothing-left": "No task of webserver is left",
    exercise: "On your own: two tasks of clock that are kept, one of hello that ran to its end",
  },
} as const;
