/** Services through the AWS CLI: made, watched, waited for, changed, rolled back, deleted; and what is said of mistakes. */
import type { CliScript } from "./cli-script.ts";

const WEB = {
  family: "web",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "web", image: "nginx:latest" }],
};
const PUBLIC =
  "awsvpcConfiguration={subnets=[subnet-0aaa1111222233334],securityGroups=[sg-0eee1111222233334],assignPublicIp=ENABLED}";
const BREAKER = "deploymentCircuitBreaker={enable=true,rollback=true},maximumPercent=200,minimumHealthyPercent=50";
const COUNTS =
  "--query 'services[].[serviceName,status,desiredCount,runningCount,pendingCount,deployments[].rolloutState]'";
const DEPLOYMENT =
  "$(aws ecs list-service-deployments --service web --query 'serviceDeployments[0].serviceDeploymentArn' --output text)";

export const SERVICES_SCRIPT: CliScript = {
  name: "services",
  files: { "web.json": JSON.stringify(WEB) },
  steps: [
    "aws ecs register-task-definition --cli-input-json file://web.json --query taskDefinition.revision",
    `aws ecs create-service --service-name web --task-definition web --desired-count 2 --launch-type FARGATE --network-configuration "${PUBLIC}" --tags key=team,value=blue --client-token once`,
    `aws ecs create-service --service-name web --task-definition web --desired-count 3 --launch-type FARGATE --network-configuration "${PUBLIC}" --client-token once`,
    "aws ecs create-service --service-name other --task-definition web --desired-count 1 --launch-type FARGATE",
    "aws ecs create-service --service-name other --task-definition none --desired-count 1",
    `aws ecs create-service --service-name other --task-definition web --launch-type FARGATE --network-configuration "${PUBLIC}"`,
    "aws ecs create-service --service-name other --task-definition web --desired-count 1 --launch-type FARGATE --load-balancers targetGroupArn=x,containerName=web,containerPort=80",
    "aws ecs create-service --task-definition web",
    { advanceMs: 7_000 },
    `aws ecs describe-services --services web ${COUNTS}`,
    { advanceMs: 120_000 },
    "aws ecs wait services-stable --services web",
    "aws ecs describe-services --services web --include TAGS",
    `aws ecs describe-services --services web none ${COUNTS} --output text`,
    "aws ecs describe-services --services web --query 'services[0].events[].message' --output table",
    "aws ecs list-services",
    "aws ecs list-services --launch-type EC2 --query 'length(serviceArns)'",
    "aws ecs list-services --scheduling-strategy SOMETIMES",
    "aws ecs list-tasks --service-name web --query 'length(taskArns)'",
    `aws ecs update-service --service web --force-new-deployment --deployment-configuration "${BREAKER}" --query 'service.deployments[].[status,rolloutState,desiredCount]'`,
    { advanceMs: 7_000 },
    `aws ecs stop-service-deployment --service-deployment-arn ${DEPLOYMENT}`,
    { advanceMs: 180_000 },
    `aws ecs describe-service-deployments --service-deployment-arns ${DEPLOYMENT}`,
    "aws ecs list-service-deployments --service web --query 'serviceDeployments[].status' --output text",
    "aws ecs list-service-deployments --service web --status SUCCESSFUL --query 'length(serviceDeployments)'",
    "aws ecs describe-service-revisions --service-revision-arns $(aws ecs describe-services --services web --query 'services[0].currentServiceRevisions[0].arn' --output text)",
    "aws ecs update-task-protection --cluster default --protection-enabled --expires-in-minutes 60 --tasks $(aws ecs list-tasks --service-name web --query 'taskArns[0]' --output text)",
    "aws ecs get-task-protection --cluster default --tasks $(aws ecs list-tasks --service-name web --query 'taskArns[0]' --output text) --query 'protectedTasks[0].protectionEnabled'",
    "aws ecs update-task-protection --cluster default --no-protection-enabled --tasks $(aws ecs list-tasks --service-name web --query 'taskArns[0]' --output text)",
    "aws ecs update-service --service none --desired-count 1",
    "aws ecs update-service --service web --desired-count -1",
    "aws ecs delete-service --service web",
    "aws ecs delete-service --service none",
    "aws ecs delete-service --service web --force --query 'service.[status,desiredCount,runningCount]'",
    "aws ecs wait services-stable --services web",
    "aws ecs wait services-stable --services none",
    "aws ecs wait services-inactive --services none",
    { advanceMs: 300_000 },
    "aws ecs wait services-inactive --services web",
    `aws ecs describe-services --services web ${COUNTS}`,
    "aws ecs list-services --query serviceArns",
    "aws ecs update-cluster-settings --cluster default --settings name=containerInsights,value=enabled --query cluster.settings",
    "aws ecs update-cluster --cluster default --configuration executeCommandConfiguration={logging=NONE} --query cluster.configuration",
    "aws ecs update-cluster-settings --cluster default --settings name=containerInsights,value=perhaps",
  ],
};
