/** Texts of lab 05/02, in English. */
export const en = {
  title: "Behind the bridge",
  goal: "Run three copies of web on one machine. From the other machine, reach one of them at its host port, and see that port 80 leads nowhere. Stop one container with docker stop and watch its task. In pair, see that app does not find cache on localhost and does find it through the link. Then run three copies of fixed on the two machines, and read what the third one is told.",
  checks: {
    dynamic: "Three web servers on three ports of one machine",
    outside: "In through the host port, not through port 80",
    "by-hand": "docker stop ended a task of web",
    alone: "cache is not on app's localhost",
    link: "app reaches cache over docker0",
    static: "A task whose port is taken everywhere",
    exercise: "On your own: wall answers at port 8080 of its machine",
  },
} as const;
