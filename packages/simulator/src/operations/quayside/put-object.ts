/**
 * PutObject: somebody has put a text into a bucket of Amazon S3, such as an environment file.
 * Simplified: a bucket is there as soon as something lies in it, and takes any name.
 */
import { answer, command } from "../operation.ts";
import { fieldsOf } from "./read-input.ts";
import { refuse } from "./refusals.ts";

/** Ours: enough for any environment file, and a bound for a run that writes for ever. */
const MAX_LENGTH = 65_536;

export const putObject = command<"quayside", "PutObject">((sim, input) => {
  const { bucket, key, text = "" } = fieldsOf(input);
  const isNamed = typeof bucket === "string" && /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket);
  if (!isNamed || typeof key !== "string" || key === "" || typeof text !== "string" || text.length > MAX_LENGTH) {
    return refuse("object.input", { most: MAX_LENGTH });
  }
  sim.put("objects", { bucket, key, text });
  sim.record("OBJECT_PUT", `${bucket}/${key}`);
  return answer({ objectArn: `arn:aws:s3:::${bucket}/${key}` });
});
