/** Texts of lab 05/01, in English. */
export const en = {
  title: "A task with its own interface",
  goal: "Run the task shop in the private subnet with the security group shop. Show that web reaches cache on localhost, that the visitor reaches web but the machine itself does not, and that web gets out. Then run a second copy on the same machine, and find out why a third one has no place.",
  checks: {
    address: "A task of shop runs",
    localhost: "web reaches cache on localhost",
    group: "The visitor gets in, the machine does not",
    out: "web reaches the internet through NAT",
    twice: "Two tasks with port 80 on one machine",
    slots: "A third one finds no interface",
    exercise: "On your own: the visitor reaches board in private-b",
  },
} as const;
