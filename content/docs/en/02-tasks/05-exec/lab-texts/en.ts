/** Texts of lab 02/05, in English. */
export const en = {
  title: "Inside: a shell in a container that runs",
  goal: "Run a task of webserver that takes sessions of ECS Exec, open a shell in its container web, look around and write its page anew. Then stop that task, run another one, and see which page it has.",
  checks: {
    agent: "The agent of ECS Exec runs in a task of webserver",
    inside: "curl was run inside of its container",
    changed: "The page was changed by hand",
    gone: "The page was looked at in another container",
    exercise: "On your own: env was run inside of a container of orders",
  },
  changed: "The page was written anew in the layer of a container.",
  notChanged: "Nobody has written to /usr/share/nginx/html/index.html of a container yet.",
  gone: "The page was looked at in a container in which nobody has changed it.",
  notGone: "Since the change nobody has looked at the page of another container.",
} as const;
