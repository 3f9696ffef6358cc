// What the home page's picture plays, worked out while the site is built: asked for as `?recorded`, it comes as plain data.

import { filmHarbour } from "@quayside/widgets/poster";

export default filmHarbour();
