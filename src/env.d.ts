// What Starlight adds to `Astro.locals` (the route, the texts).
/// <reference types="@astrojs/starlight" />
