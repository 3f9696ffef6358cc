/** The machine that a shell is on: its row, and the session that it belongs to. */
import { privateDnsName, type RowOf, regionOf, type Session } from "@quayside/simulator";

/** An EC2 instance, as the shell on it sees it. */
export interface Machine {
  readonly session: Session;
  readonly row: RowOf<"ec2Instances">;
}

/** Its whole name inside of its VPC: `ip-10-0-11-4.ec2.internal`. */
export function fullName({ session: { tables }, row }: Machine): string {
  return privateDnsName(regionOf(tables), row.privateIpv4Address);
}

/** Its name in a prompt: `ip-10-0-11-4`. */
export function shortName({ privateIpv4Address }: Machine["row"]): string {
  return `ip-${privateIpv4Address.replaceAll(".", "-")}`;
}
