/** Which bench the page runs: that of a hand (`?instances=...`), or that of a crowd. */
const isHand = new URLSearchParams(location.search).has("instances");
void (isHand
  ? import("./map-pan.ts").then(({ benchHand }) => benchHand())
  : import("./map-bench.ts").then(({ benchCrowd }) => benchCrowd()));
