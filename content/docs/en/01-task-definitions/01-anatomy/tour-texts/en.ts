/** What the tour says in lab 01/01, in English. */
export const en = {
  title: "From JSON to the map",
  stops: [
    "Your file is a task definition: a blueprint in JSON. By itself it runs nothing. This tour runs another one, `example`, so that yours stays for you to complete.",
    "`RunTask` makes a task of the newest revision, `example:1`. The definition stays what it is; the task is a copy that lives.",
    "`networkMode: awsvpc` is this plug: a network interface and an address for this task alone. Fargate takes no other mode.",
    "`cpu` and `memory` of the task are the size of its box: 512 CPU units and 1024 MiB. Fargate reserves them for the task, used or not, and bills them.",
    "Each entry of `containerDefinitions` is a container in the box. `image` is what is being pulled for it now.",
    "`essential: true`, the default: when this container ends, the task stops. The helper may end and the task goes on.",
    "One definition, as many tasks as you ask for. Where they run, and how many, stands in the call, not in the definition.",
    "Now yours. Something that Fargate needs is missing in it. Register it, and read what AWS answers.",
  ],
} as const;
