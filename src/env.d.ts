// What Starlight adds to `Astro.locals` (the route, the texts), and what vite-begun-labs.ts makes of `?begun`.
/// <reference types="@astrojs/starlight" />

declare module "*?begun" {
  const lab: import("@quayside/grader").Lab;
  export default lab;
}
