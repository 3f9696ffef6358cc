/** Prefix lists of AWS: the addresses of the services that have gateway endpoints, under one id each. */

/**
 * By service. A route of a gateway endpoint and a rule of a security group name the list, not its addresses.
 * @source Amazon VPC User Guide, "AWS-managed prefix lists"; the ids of us-east-1 (checked 2026-11-21)
 */
export const PREFIX_LISTS: ReadonlyMap<string, string> = new Map([
  ["s3", "pl-63a5400a"],
  ["dynamodb", "pl-02cd2c6b"],
]);
