// What the home page's cluster does when nobody touches it, worked out while the site is built: asked for as `?recorded`, it comes as
// plain data.

import { filmStory } from "@quayside/widgets/hero-still";

export default filmStory();
