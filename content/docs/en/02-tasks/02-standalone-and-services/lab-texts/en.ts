/** Texts of lab 02/02, in English. */
export const en = {
  title: "Three of a kind: standalone, and kept by a service",
  goal: "Run three standalone tasks of webserver, stop one and see what follows. Then let a service called web keep three tasks of the same definition, stop one of its tasks, and see what follows there. At the end delete the service and leave no task of webserver running.",
  checks: {
    three: "Three copies of one revision ran at the same time",
    "stays-stopped": "A standalone task was stopped by hand",
    service: "The service web had three tasks RUNNING",
    replaced: "A task of the service was stopped, and the service replaced it",
    deleted: "The service web is deleted",
    "nothing-left": "No task of webserver is left",
    exercise: "On your own: two tasks of clock that are kept, one of hello that ran to its end",
  },
  kept: (group: string, count: number) => `${count} tasks of ${group} were RUNNING at the same moment.`,
  notKept: (family: string, count: number) =>
    `No service has had ${count} tasks of ${family} RUNNING at the same moment yet.`,
  replaced: (gone: string, came: string) => `Task ${gone} was stopped by hand; the service started task ${came}.`,
  notReplaced: "No task of the service web was stopped by hand and followed by another one that ran.",
  deleted: "The service web was deleted.",
  notDeleted: "Nobody has deleted a service web yet.",
} as const;
