/** The machine that a shell is on: its row, and the session that it belongs to. */
import type { RowOf, Session } from "@quayside/simulator";

/** An EC2 instance, as the shell on it sees it. */
export interface Machine {
  readonly session: Session;
  readonly row: RowOf<"ec2Instances">;
}

/** Its name in a prompt: `ip-10-0-11-4`. */
export function shortName({ privateIpv4Address }: Machine["row"]): string {
  return `ip-${privateIpv4Address.replaceAll(".", "-")}`;
}
