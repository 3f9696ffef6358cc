/** Texts of lab 06/02, in English. */
export const en = {
  title: "Two percentages",
  goal: "Let a service called web keep four tasks of webserver:1. Roll out the revision in webserver.json with the percentages that it has. Force a deployment that never has more than four tasks. Force one at 90 and 110 percent, see that it hangs, and let the same one go on. Then begin an update and overtake it with another one.",
  checks: {
    rolled: "Revision 2 of webserver is rolled out",
    "no-extra": "A deployment of web was done without a task too many",
    stuck: "A deployment of web could neither start nor stop anything",
    freed: "The one that hung is completed",
    overtaken: "A deployment of web was given up for a newer one",
    exercise: "On your own: five tasks of clock, replaced between 4 and 6",
  },
} as const;
