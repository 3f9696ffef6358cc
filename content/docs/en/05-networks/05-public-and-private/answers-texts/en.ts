/** Hints, and feedback on mistakes, of lab 05/05, in English. */
export const en = {
  hints: [
    "Which service of AWS is named in stoppedReason, and does the route table of the subnet have a line that leads there?",
    "Look at the host name in the message: api.ecr is ecr.api, ...dkr.ecr is ecr.dkr, starport-layer-bucket is s3. An interface endpoint has security groups, and quayside connect probe SERVICE shows which one lets nobody in. The gateway endpoint of s3 is a line in a route table.",
    "Interface endpoints for ecr.api, ecr.dkr, secretsmanager and logs with the group sg-0eee5555666677778, which must let port 443 in from sg-0aaa5555666677778; for s3 --route-table-ids rtb-0ccc1111222233334. The NAT gateway stands in subnet-0aaa1111222233334.",
  ],
  mistakes: {
    "no-public-ip":
      "The internet gateway of a public subnet serves only interfaces that have a public address, and this task has none. The API's default is DISABLED.",
    "public-address-on-ec2":
      "A task on EC2 never gets a public address of its own, and AWS refuses the call. Leave assignPublicIp out, and see what that means for the way out.",
    "public-address-in-private-subnet":
      "The task had a public address, and no use for it: the route table of a private subnet has no line that leads to the internet gateway. What makes a subnet public is its route, not the address.",
    "closed-door":
      "The name leads to the endpoint now, but the endpoint's security group lets nobody in. It needs a rule for port 443 from those who call: the group of the tasks, or the block of their subnet.",
    "without-ecr-api":
      "There is an endpoint for ecr.dkr and none for ecr.api. Before the image comes the token that opens the registry, and since platform version 1.4.0 the task asks for it through its own interface.",
    "s3-in-no-table":
      "The endpoint of s3 is in no route table, so no packet ever takes it. A gateway endpoint is nothing but a line in the tables that you name.",
    "s3-in-the-other-table":
      "The endpoint of s3 is in the table of the public subnets. The task follows the table of its own subnet. describe-route-tables shows which subnet follows which.",
    "without-logs":
      "The image is there, and the task still does not start: the log driver opens its stream before the container runs. The message asks for the log group, but the group exists. What is missing is the way to CloudWatch Logs.",
    "nat-in-the-private-subnet":
      "The NAT gateway stands in a private subnet, so it has no way to the internet itself. It belongs into a public subnet, and the route to it into the private table.",
    "nat-without-a-route":
      "The NAT gateway is available, but no route leads to it. The private route table needs a line for 0.0.0.0/0.",
  },
} as const;
