/** Texts of lab 07/03, in English. */
export const en = {
  title: "Healthy, says who?",
  goal: "Put a service of web behind the group web and see how soon its target is healthy. Let the health check ask for a page that is not there, and put it right again. Then start the slow server api, watch its service kill it again and again, and give it the time that it needs.",
  checks: {
    "one-check": "A target of web was healthy",
    "wrong-page": "A target of web was unhealthy because of a wrong status code",
    loop: "The service stopped a task of api because of its health check",
    grace: "A target of api was healthy",
    exercise: "On your own: a target of clock was healthy",
  },
} as const;
