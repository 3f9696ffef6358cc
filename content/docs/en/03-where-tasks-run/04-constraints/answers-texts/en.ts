/** Hints, and feedback on mistakes, of lab 03/04, in English. */
export const en = {
  hints: [
    "What does a machine tell about itself, and what would you have to tell about it?",
    "aws ecs list-attributes shows what instances carry, and list-container-instances --filter tries an expression before a task depends on it. A constraint of a definition goes into placementConstraints, on the level of family. task:group compares with the group of tasks that run on an instance.",
    'In api.json: "placementConstraints": [{ "type": "memberOf", "expression": "..." }]. For probe: --count 5 --placement-constraints type=distinctInstance. For night: --group night and the expression not(task:group == family:api).',
  ],
  mistakes: {
    "one-equals-sign":
      "The cluster query language compares with two equals signs, and AWS refuses the call before it looks at any instance. Try expressions with list-container-instances --filter first.",
    "only-a-wish":
      "Spread over the instance type is a strategy: it deals tasks out over the types, and keeps them off none. To allow only one type you need a constraint.",
    "labelled-one":
      "Only one instance carries the attribute, so every task of api ends up there, and when it is full, nowhere. An attribute belongs to one instance; each needs its own.",
    "unknown-target":
      "The target is a container instance: its ARN or its id, which is not the id of the EC2 instance below it.",
    "distinct-in-definition":
      "A task definition can hold memberOf only. distinctInstance depends on the group of tasks that somebody runs, so it belongs to RunTask or to a service.",
    "constraint-only-in-call":
      "The constraint was in the call only. The next one who runs api without it gets any instance. Where must it stand so that nobody can forget it?",
    "spread-instead-of-distinct":
      "Spread deals out evenly, and when every instance has one, it gives one of them a second. It never leaves a task out. That is what a constraint is for.",
    "wrong-group":
      "There is no group of that name, so every instance satisfied the constraint. Look at the group of a task of api: it has a prefix.",
    "stopped-them":
      "You stopped tasks of api before the attribute was gone. Run them again, and take the attribute away while they run.",
  },
} as const;
