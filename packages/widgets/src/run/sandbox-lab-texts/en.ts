/** What the sandbox says of itself, in English. */

export const en = {
  title: "Sandbox",
  goal: "The whole simulated cloud is yours. Register a definition, run it, break it, ask why.",
  checks: {},
} as const;
