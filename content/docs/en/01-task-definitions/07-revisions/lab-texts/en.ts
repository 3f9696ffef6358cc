/** Texts of lab 01/07, in English. */
export const en = {
  title: "A tag that moves",
  goal: "Run a task of shop:1. Push a new build as quayside/shop:latest and run a second task of shop:1, so that both builds run side by side. Register a revision that names the first build by its digest, and run it. Then retire shop:1: deregister it while its tasks run, and delete it.",
  checks: {
    running: "A task of shop reached RUNNING",
    pushed: "A new build was pushed under the tag latest",
    "side-by-side": "Two builds ran at once under one revision",
    pinned: "The first build runs by its digest",
    inactive: "shop:1 was deregistered while a task of it ran",
    deleted: "shop:1 is to be deleted",
    exercise: "On your own: shop-next runs the pushed build by its digest",
  },
} as const;
