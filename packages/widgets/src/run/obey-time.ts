/** Does to a run what the transport and the keys ask of time. Back to the present is the lab's: it has more to tidy up. */
import type { TimeRequest } from "../base/speeds.ts";
import type { LabEngine } from "./lab-engine.ts";

/** @returns whether the learner leapt, so that nothing should be seen moving on the way */
export function obeyTime(engine: LabEngine, request: TimeRequest): boolean {
  const { timed } = engine;
  if (timed === undefined) return false;
  if (request.action === "play") engine.send({ type: "PLAY", quiet: timed.atRest });
  else if (request.action === "speed") engine.send({ type: "SPEED", speed: request.speed });
  else {
    engine.send({ type: "PAUSE" });
    engine.frames.stop("settling");
    if (request.action === "step") engine.leap((leaping) => leaping.step());
    else if (request.action === "quiet") engine.settle();
    else if (request.action === "scrub") timed.look(request.atMs);
  }
  return request.action === "scrub";
}
