/** @quayside/widgets/poster: pictures of a run as SVG text, made where there is no page: on a server, in a build, in a test. */
export { harbourMoment } from "../run/harbour.ts";
export { liveliestMoment } from "./moment.ts";
export { drawPoster, drawPosterBody, type PosterInput } from "./poster.ts";
export { escaped, templateText } from "./template-text.ts";
