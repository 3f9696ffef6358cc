/** Texts of lab 03/04, in English. */
export const en = {
  title: "Only where you allow it",
  goal: "Run two tasks of web on m5.large with a constraint. Give both t3.medium instances the attribute stack=prod. Register api with a constraint on stack == prod and run two tasks of it. Run probe at most once on each instance, asking for one more than there are instances. Run two tasks of web in the group night on instances without tasks of family:api. Make a call that a constraint leaves without any instance, and take the attribute from an instance on which api runs.",
  checks: {
    "by-type": "A constraint put two tasks of web on m5.large",
    labelled: "Two instances carry stack=prod",
    "in-definition": "api brings its constraint along",
    distinct: "probe runs once on each instance",
    "one-too-many": "The fifth probe found no instance",
    apart: "The group night keeps away from api",
    nowhere: "A constraint that no instance satisfies",
    stays: "api runs on, although its instance lost the attribute",
    exercise: "On your own: the group batch has one probe on each disk=ssd",
  },
  ranOutside: (task: string) => `Task ${task} of api was RUNNING on an instance without stack=prod.`,
  neverOutside: "No task of api has been RUNNING on an instance without stack=prod.",
} as const;
