/**
 * What AWS's names are made of in a Region: its zones, the DNS names of addresses.
 * Source: Amazon VPC User Guide, "DNS attributes for your VPC"; AWS Regions and Availability Zones, "Availability Zones" (checked
 * 2026-11-29). Simplified: every Region is enabled, the letters of zones are those that many accounts see, and prefix lists have the
 * ids of us-east-1 everywhere.
 */

/**
 * The Regions of the partition `aws`. A world is in one of them.
 * @source AWS General Reference, "Amazon ECS endpoints and quotas" (checked 2026-11-29)
 */
export const REGIONS: readonly string[] = [
  ["af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1"],
  ["ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5"],
  ["ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1"],
  ["eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1"],
  ["mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2"],
].flat();

/** Letters of the zones in use where new accounts have no zone b. */
const WITHOUT_B: ReadonlySet<string> = new Set(["ap-northeast-1", "us-west-1"]);

/** The two zones that a world uses. */
export function zonesOf(region: string): readonly [first: string, second: string] {
  return [`${region}a`, `${region}${WITHOUT_B.has(region) ? "c" : "b"}`];
}

/** `use1` of `us-east-1`, `apne1` of `ap-northeast-1`: what the identifiers of its zones begin with. */
export function zonePrefix(region: string): string {
  const [area = "", direction = "", number = ""] = region.split("-");
  const letters = direction.replace(/north|south|east|west|central/g, (word) => word.charAt(0));
  return area + letters + number;
}

/** `ip-10-0-1-4.ec2.internal`: the name of a private address. Only us-east-1 has this short form. */
export function privateDnsName(region: string, address: string): string {
  const domain = region === "us-east-1" ? "ec2.internal" : `${region}.compute.internal`;
  return `ip-${address.replaceAll(".", "-")}.${domain}`;
}

/** `ec2-203-0-113-25.compute-1.amazonaws.com`: the name of a public address. Only us-east-1 has this short form. */
export function publicDnsName(region: string, address: string): string {
  const domain = region === "us-east-1" ? "compute-1" : `${region}.compute`;
  return `ec2-${address.replaceAll(".", "-")}.${domain}.amazonaws.com`;
}
