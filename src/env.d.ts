// What Starlight adds to `Astro.locals` (the route, the texts), and what vite-begun-labs.ts makes of `?begun` and `?recorded`.
/// <reference types="@astrojs/starlight" />

declare module "*?begun" {
  const lab: import("@quayside/grader").Lab;
  export default lab;
}

declare module "*?recorded" {
  const data: unknown;
  export default data;
}
