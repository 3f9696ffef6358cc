/** Commands of Elastic Load Balancing whose output is compared with the real AWS CLI's: one conversation about a balancer. */
import type { CliScript } from "./cli-script.ts";

const SUBNETS = "subnet-0aaa1111222233334 subnet-0bbb1111222233334";
const one = (listing: string, query: string) => `$(aws elbv2 ${listing} --query '${query}' --output text)`;
const BALANCER = one("describe-load-balancers --names shop", "LoadBalancers[0].LoadBalancerArn");
const WEB = one("describe-target-groups --names web", "TargetGroups[0].TargetGroupArn");
const API = one("describe-target-groups --names api", "TargetGroups[0].TargetGroupArn");
/** The names that bash gives to what the other commands need. */
const LISTENER = `$(aws elbv2 describe-listeners --load-balancer-arn ${BALANCER} --query 'Listeners[0].ListenerArn' --output text)`;
const group = (name: string) =>
  `aws elbv2 create-target-group --name ${name} --protocol HTTP --port 80 --vpc-id vpc-0a1b2c3d4e5f60718 --target-type ip`;

/** Recorded like the others, see record-golden.ts. */
export const BALANCING_SCRIPT: CliScript = {
  name: "load-balancers",
  steps: [
    `aws elbv2 create-load-balancer --name shop --subnets ${SUBNETS}`,
    "aws elbv2 create-load-balancer --name alone --subnets subnet-0aaa1111222233334",
    `aws elbv2 create-load-balancer --name shop --scheme internal --subnets ${SUBNETS}`,
    `${group("web")} --health-check-interval-seconds 5 --health-check-timeout-seconds 2`,
    `${group("api")} --matcher HttpCode=200-299 --query 'TargetGroups[0].[Matcher.HttpCode,HealthCheckPath]' --output table`,
    `${group("web")} --tags Key=stage,Value=test`,
    "aws elbv2 create-target-group --name web",
    `aws elbv2 create-listener --load-balancer-arn ${BALANCER} --protocol HTTP --port 80 --default-actions Type=forward,TargetGroupArn=${WEB}`,
    `aws elbv2 create-listener --load-balancer-arn ${BALANCER} --protocol HTTPS --port 443 --default-actions Type=forward,TargetGroupArn=${WEB}`,
    `aws elbv2 create-rule --listener-arn ${LISTENER} --priority 10 --conditions 'Field=path-pattern,Values=/api/*' --actions '[{"Type":"forward","ForwardConfig":{"TargetGroups":[{"TargetGroupArn":"'${API}'","Weight":9},{"TargetGroupArn":"'${WEB}'","Weight":1}]}}]'`,
    `aws elbv2 create-rule --listener-arn ${LISTENER} --priority 10 --conditions Field=path-pattern,Values=/x --actions Type=forward,TargetGroupArn=${WEB}`,
    `aws elbv2 register-targets --target-group-arn ${WEB} --targets Id=10.0.10.9 Id=10.0.11.9,Port=8080`,
    `aws elbv2 register-targets --target-group-arn ${WEB} --targets Id=127.0.0.1`,
    { advanceMs: 140_000 },
    "aws elbv2 wait load-balancer-available --names shop",
    "aws elbv2 describe-load-balancers --names shop --query 'LoadBalancers[0].[State.Code,DNSName,CreatedTime]' --output text",
    "aws elbv2 describe-load-balancers --names nobody",
    `aws elbv2 describe-rules --listener-arn ${LISTENER} --output text`,
    "aws elbv2 describe-target-groups --page-size 1 --query 'TargetGroups[].TargetGroupName'",
    "aws elbv2 describe-target-groups --max-items 1 --query 'TargetGroups[].TargetGroupName'",
    `aws elbv2 deregister-targets --target-group-arn ${WEB} --targets Id=10.0.11.9,Port=8080`,
    `aws elbv2 describe-target-health --target-group-arn ${WEB} --targets Id=10.0.11.9`,
    `aws elbv2 wait target-deregistered --target-group-arn ${WEB} --targets Id=10.0.11.9`,
    `aws elbv2 delete-target-group --target-group-arn ${API}`,
    `aws elbv2 delete-load-balancer --load-balancer-arn ${BALANCER}`,
    "aws elbv2 wait load-balancers-deleted --names shop",
    "aws elbv2 describe-tags",
  ],
};
