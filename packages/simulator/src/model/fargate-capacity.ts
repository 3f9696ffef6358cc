/** Rows of what Fargate lacks: a zone without capacity has one. None in a new world. */

/** A zone in which Fargate has no room for new tasks. */
export interface FargateShortageRow {
  readonly availabilityZone: string;
  /** Record of the journal that says so. */
  readonly record: number;
}
