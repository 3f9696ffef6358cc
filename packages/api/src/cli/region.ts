/** The option `--region`: a session is a world in one Region, and a command for another one goes nowhere. */
import { REGIONS, regionOf } from "@quayside/simulator";
import type { AwsService } from "../model.ts";
import type { ResolvedContext } from "./context.ts";
import { CliFailure } from "./failure.ts";

/** What the AWS CLI takes for the name of a Region. @source botocore 1.43, validate_region_name (checked 2026-11-29) */
const NAME = /^(?![0-9]+$)(?!-)[a-zA-Z0-9-]{1,63}(?<!-)$/;

/** Fails as the AWS CLI fails for a Region that there is not, and says of any other one that it is not here. */
export function checkRegion(region: unknown, service: AwsService, { session }: ResolvedContext): void {
  const here = regionOf(session.tables);
  if (typeof region !== "string" || region === here) return;
  if (!NAME.test(region)) {
    throw new CliFailure("general", `Provided region_name '${region}' doesn't match a supported format.`);
  }
  if (REGIONS.includes(region)) {
    const message = `Quayside simulates one Region in this terminal, ${here}. In quayside serve, ${region} has a world of its own.`;
    throw new CliFailure("general", message);
  }
  throw new CliFailure(
    "general",
    `Could not connect to the endpoint URL: "https://${service}.${region}.amazonaws.com/"`,
  );
}
