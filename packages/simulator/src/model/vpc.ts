/** Rows of the network: VPC, subnets with their free addresses, security groups, elastic network interfaces. */

export interface VpcRow {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly isDefault: boolean;
}

export interface SubnetRow {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly availabilityZone: string;
  readonly name: string;
  /** Where traffic for the internet goes. */
  readonly internetRoute: "internet-gateway" | "nat-gateway" | "none";
  /** Addresses that can still be given out; AWS keeps five of each subnet. */
  readonly availableIpAddressCount: number;
  /** Where the search for a free address goes on, as an offset in the block. */
  readonly nextOffset: number;
}

export interface SecurityGroupRow {
  readonly groupId: string;
  readonly groupName: string;
  readonly vpcId: string;
  readonly description: string;
}

export interface NetworkInterfaceRow {
  readonly networkInterfaceId: string;
  readonly subnetId: string;
  /** The task that it belongs to, or the EC2 instance whose primary interface it is. */
  readonly taskArn?: string;
  readonly instanceId?: string;
  readonly macAddress: string;
  readonly privateIpv4Address: string;
  readonly publicIpv4Address?: string;
}
