/** Commands of EC2 whose output is compared with the real AWS CLI's: one conversation about machines and their network. */
import type { CliScript } from "./cli-script.ts";

const GROUP = "sg-0eee1111222233334";
const PRIVATE = "rtb-0ccc1111222233334";
const AMI = "ami-0ec5a1b2c3d4e5f60";
const LAUNCH = `aws ec2 run-instances --image-id ${AMI} --instance-type t3.small --iam-instance-profile Name=ecsInstanceRole`;
const FIRST = "$(aws ec2 describe-instances --query 'Reservations[0].Instances[0].InstanceId' --output text)";

/** Recorded like the others, see record-golden.ts. */
export const EC2_SCRIPT: CliScript = {
  name: "ec2",
  files: { "boot.sh": "#!/bin/bash\necho ECS_CLUSTER=default >> /etc/ecs/ecs.config\n" },
  steps: [
    "aws ec2 describe-vpcs",
    "aws ec2 describe-subnets --filters Name=availability-zone,Values=us-east-1a",
    "aws ec2 describe-subnets --query 'Subnets[].[SubnetId,CidrBlock,MapPublicIpOnLaunch]' --output table",
    "aws ec2 describe-route-tables",
    "aws ec2 describe-internet-gateways --output text",
    "aws ec2 describe-nat-gateways",
    "aws ec2 describe-security-groups",
    "aws ec2 create-security-group --group-name web --description 'web servers' --output text",
    `aws ec2 authorize-security-group-ingress --group-name web --protocol tcp --port 80 --cidr 0.0.0.0/0`,
    `aws ec2 authorize-security-group-ingress --group-name web --protocol tcp --port 80 --cidr 0.0.0.0/0`,
    `aws ec2 authorize-security-group-ingress --group-id ${GROUP} --ip-permissions 'IpProtocol=tcp,FromPort=32768,ToPort=60999,UserIdGroupPairs=[{GroupId=${GROUP},Description=hosts}]'`,
    `aws ec2 revoke-security-group-ingress --group-name web --protocol tcp --port 80-81 --cidr 0.0.0.0/0`,
    `aws ec2 revoke-security-group-ingress --group-name web --protocol tcp --port 80 --cidr 0.0.0.0/0`,
    `${LAUNCH} --user-data file://boot.sh --count 2 --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=host}]'`,
    `${LAUNCH} --subnet-id subnet-0ccc1111222233334 --no-associate-public-ip-address --query 'Instances[0].NetworkInterfaces[0].[SubnetId,Association]'`,
    `${LAUNCH} --instance-type t4g.small`,
    `${LAUNCH} --count none`,
    "aws ec2 run-instances --instance-type t3.small",
    "aws ec2 describe-instances --filters Name=tag:Name,Values=host --query 'Reservations[].Instances[].[InstanceId,State.Name,PublicIpAddress]' --output text",
    { advanceMs: 180_000 },
    "aws ecs list-container-instances --query 'length(containerInstanceArns)'",
    "aws ec2 describe-instances --max-items 1",
    `aws ec2 stop-instances --instance-ids ${FIRST}`,
    `aws ec2 start-instances --instance-ids ${FIRST}`,
    `aws ec2 terminate-instances --instance-ids ${FIRST} --output text`,
    { advanceMs: 60_000 },
    "aws ec2 describe-instances --filters Name=instance-state-name,Values=terminated --query 'Reservations[].Instances[].[State,StateTransitionReason,StateReason]'",
    "aws ec2 describe-network-interfaces --filters Name=interface-type,Values=nat_gateway",
    "aws ec2 create-vpc-endpoint --vpc-id vpc-0a1b2c3d4e5f60718 --vpc-endpoint-type Interface --service-name com.amazonaws.us-east-1.ecr.api --subnet-ids subnet-0ccc1111222233334",
    `aws ec2 create-vpc-endpoint --vpc-id vpc-0a1b2c3d4e5f60718 --service-name com.amazonaws.us-east-1.s3 --route-table-ids ${PRIVATE} --query VpcEndpoint.State`,
    `aws ec2 describe-route-tables --route-table-ids ${PRIVATE} --query 'RouteTables[0].Routes' --output table`,
    "aws ec2 delete-vpc-endpoints --vpc-endpoint-ids vpce-0123456789abcdef0",
    `aws ec2 replace-route --route-table-id ${PRIVATE} --destination-cidr-block 0.0.0.0/0 --gateway-id igw-0f1a2b3c4d5e6f708`,
    `aws ec2 delete-route --route-table-id ${PRIVATE} --destination-cidr-block 10.0.0.0/16`,
    "aws ec2 delete-nat-gateway --nat-gateway-id nat-0f1a2b3c4d5e6f708",
    "aws ec2 describe-instance-types --instance-types m5.large t9.huge",
    "aws ec2 describe-instance-types --instance-types m5.large --query 'InstanceTypes[0].[VCpuInfo,MemoryInfo,NetworkInfo]'",
    "aws ec2 describe-subnets --filters Name=colour,Values=red",
    `aws ec2 run-instances --image-id ${AMI} --dry-run`,
  ],
};
