/** Hints, and feedback on mistakes, of lab 03/03, in English. */
export const en = {
  hints: [
    "Which instances could take the task at all, and who chooses among those that are left?",
    "--placement-strategy takes a list: the first entry orders the instances, the next one decides only where the first sees no difference. spread counts tasks of the same task group (--group), binpack looks at what an instance has left. The Journal shows each decision as PLACEMENT_DECIDED.",
    "For the zones: aws ecs run-task --cluster wide --task-definition web --launch-type EC2 --count 4 --group night --placement-strategy type=spread,field=attribute:ecs.availability-zone and then a second strategy after a space. To fill wide, ask for eight more, then for one.",
  ],
  mistakes: {
    "left-to-chance":
      "RunTask without a strategy draws lots, for every task anew. Four tasks on four instances come out of that about once in eleven times. Stop them, and say what you want.",
    "packed-wide":
      "binpack fills the instance that has the least left, so all of them went to the same one. Which strategy counts tasks instead?",
    "on-fargate":
      "Placement strategies choose among container instances. On Fargate there are none that you could choose from, and this definition does not support Fargate anyway.",
    "binpack-instances":
      "binpack packs by what is left of a resource, so its field is a resource of the instance. instanceId belongs to spread.",
    "spread-tight":
      "These four lie on four instances. No strategy moves them together now: stop them first, then pack new ones.",
    "no-attribute":
      "The zone is an attribute of the instance, and the field must say so: its name comes after attribute and a colon.",
    reversed:
      "The order is the priority. With binpack first, the zones decide only between instances that have exactly the same left. After the first task that is no tie any more.",
    "same-group":
      "The strategies are right, but these tasks joined the group family:web and are counted together with those that were there. Give the new ones a task group of their own.",
    "stopped-to-balance":
      "You stopped one of the packed tasks. Leave all four running and start two more: the question is whether ECS moves what runs.",
    "too-many-at-once":
      "One call starts at most ten tasks. The call was refused as a whole; that is no matter of room.",
  },
} as const;
