/** The way to a mount target of an EFS file system: NFS, port 2049, within the VPC. Source: EFS User Guide, "Using VPC security groups" (checked 2026-11-29). */
import type { Hop } from "../model/hop.ts";
import type { MountTarget } from "../model/storage.ts";
import type { CloudReaders } from "../model/tables.ts";
import { type Standing, standingOfMountTarget } from "./standing.ts";
import { acrossVpc } from "./way-in.ts";

const NFS = { protocol: "tcp", port: 2049 } as const;

/** Out of the caller's security groups and in through the mount target's. */
export function wayToMountTarget(tables: CloudReaders, from: Standing, target: MountTarget): Hop[] {
  return acrossVpc(tables, from, standingOfMountTarget(tables, target), NFS);
}
