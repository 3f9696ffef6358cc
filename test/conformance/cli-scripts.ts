/**
 * The commands whose output is compared with the real AWS CLI's. Each script begins in a fresh world with seed 1;
 * record-golden.ts runs it with the installed `aws` against a server, cli-golden.test.ts with runCommandLine.
 * A long file: a list that is read side by side with the golden files.
 */

/** A command line, or simulated time that passes. */
export type ScriptStep = string | { readonly advanceMs: number };

/** A conversation. */
export interface CliScript {
  readonly name: string;
  /** Files that `file://` names. */
  readonly files?: Readonly<Record<string, string>>;
  /** How timestamps are shown: the AWS CLI's setting `cli_timestamp_format`. */
  readonly timestampFormat?: "wire" | "iso8601";
  readonly steps: readonly ScriptStep[];
}

const WEBSERVER = {
  family: "webserver",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [
    { name: "web", image: "nginx:latest", essential: true, portMappings: [{ containerPort: 80, protocol: "tcp" }] },
  ],
};
const FILES = {
  "webserver.json": JSON.stringify(WEBSERVER, null, 2),
  "broken.json": '{\n  "family": "webserver",\n  "cpu": "256"\n  "memory": "512"\n}\n',
  "containers.json": JSON.stringify([{ name: "job", image: "busybox", command: ["sh", "-c", "sleep 5; exit 3"] }]),
};
const PUBLIC =
  "awsvpcConfiguration={subnets=[subnet-0aaa1111222233334],securityGroups=[sg-0eee1111222233334],assignPublicIp=ENABLED}";
const RUN = `aws ecs run-task --task-definition webserver --launch-type FARGATE --network-configuration "${PUBLIC}"`;
const FIRST = "$(aws ecs list-tasks --query 'taskArns[0]' --output text)";

const CLUSTERS: CliScript = {
  name: "clusters",
  steps: [
    "aws ecs list-clusters",
    "aws ecs create-cluster --cluster-name blue",
    `aws ecs create-cluster --cluster-name green --tags key=env,value=prod 'key=team,value="a b"'`,
    "aws ecs create-cluster --cluster-name red --settings name=containerInsights,value=enabled --output table",
    "aws ecs create-cluster --cluster-name white --output text",
    "aws ecs create-cluster --cluster-name 'not a name'",
    "aws ecs list-clusters --output text",
    "aws ecs list-clusters --output table",
    "aws ecs list-clusters --query 'clusterArns[0]'",
    "aws ecs list-clusters --query 'clusterArns[0]' --output text",
    "aws ecs list-clusters --query 'clusterArns[0]' --output table",
    "aws ecs list-clusters --query 'length(clusterArns)'",
    "aws ecs list-clusters --query 'nothing'",
    "aws ecs list-clusters --query 'nothing' --output text",
    "aws ecs list-clusters --max-items 2",
    "aws ecs list-clusters --max-items 2 --page-size 1 --output text",
    "aws ecs list-clusters --max-items 2 --starting-token eyJuZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==",
    "aws ecs list-clusters --no-paginate --max-results 2 --query 'length(clusterArns)'",
    "aws ecs describe-clusters --clusters blue green nope",
    "aws ecs describe-clusters --clusters blue green nope --include TAGS SETTINGS --output table",
    "aws ecs describe-clusters --clusters blue green nope --include TAGS --output text",
    "aws ecs describe-clusters --clusters blue green --query 'clusters[].{Name:clusterName,Status:status}' --output table",
    "aws ecs describe-clusters --clusters blue green --query 'clusters[].[clusterName,status]' --output text",
    "aws ecs describe-clusters --clusters blue green --query 'clusters[].[clusterName,status]' --output table",
    "aws ecs describe-clusters --clusters blue --query 'clusters[0]' --output table",
    "aws ecs describe-clusters --clusters blue green --query 'clusters[].clusterName' --output table",
    "aws ecs describe-clusters --clusters blue green --query 'clusters[?status==`ACTIVE`].clusterName'",
    "aws ecs describe-clusters --cluster blue --query 'clusters[].clusterName' --output text",
    "aws --output text ecs describe-clusters --query 'sort_by(clusters, &clusterName)[].clusterName' --clusters green blue",
    "aws ecs tag-resource --resource-arn arn:aws:ecs:us-east-1:123456789012:cluster/blue --tags key=env,value=test key=cost,value=1",
    "aws ecs list-tags-for-resource --resource-arn arn:aws:ecs:us-east-1:123456789012:cluster/blue",
    "aws ecs list-tags-for-resource --resource-arn arn:aws:ecs:us-east-1:123456789012:cluster/blue --output table",
    "aws ecs untag-resource --resource-arn arn:aws:ecs:us-east-1:123456789012:cluster/blue --tag-keys env",
    "aws ecs list-tags-for-resource --resource-arn arn:aws:ecs:us-east-1:123456789012:cluster/blue --output text",
    "aws ecs delete-cluster --cluster green --query cluster.status",
    "aws ecs delete-cluster --cluster nope",
  ],
};

const DEFINITIONS: CliScript = {
  name: "task-definitions",
  files: FILES,
  steps: [
    "aws ecs register-task-definition --cli-input-json file://webserver.json",
    "aws ecs register-task-definition --cli-input-json file://webserver.json --cpu 512 --memory 1024 --query 'taskDefinition.[family,revision,cpu,memory]'",
    "aws ecs register-task-definition --cli-input-json file://webserver.json --family over --query taskDefinition.family",
    "aws ecs register-task-definition --family short --container-definitions 'name=a,image=b,memory=64,essential=true,portMappings=[{containerPort=80,hostPort=0}],environment=[{name=K,value=v},{name=L,value=w}]' --query taskDefinition.containerDefinitions",
    "aws ecs register-task-definition --family short --container-definitions name=a,image=b,memory=64,command=sh,-c,ls --query 'taskDefinition.containerDefinitions[0].command'",
    `aws ecs register-task-definition --family short --container-definitions 'name=a,image="z=2",memory=64,command=["a,b",c\\,d]' --query taskDefinition.containerDefinitions[0]`,
    "aws ecs register-task-definition --family jobs --container-definitions file://containers.json --memory 64 --output table",
    "aws ecs register-task-definition --family vols --volumes name=v,host={sourcePath=/a} --container-definitions name=a,image=b,memory=64 --query taskDefinition.volumes --output text",
    "aws ecs register-task-definition --family logs --container-definitions 'name=a,image=b,memory=64,logConfiguration={logDriver=awslogs,options={awslogs-group=/g,awslogs-region=us-east-1}}' --query 'taskDefinition.containerDefinitions[0].logConfiguration' --output table",
    `aws ecs register-task-definition --family two --container-definitions '{"name":"a","image":"b","memory":64}' '{"name":"c","image":"d","memory":64}' --query 'taskDefinition.containerDefinitions[].name'`,
    "aws ecs list-task-definitions",
    "aws ecs list-task-definitions --family-prefix webserver --sort DESC --output text",
    "aws ecs list-task-definitions --max-items 1 --query taskDefinitionArns",
    "aws ecs list-task-definition-families --output table",
    "aws ecs list-task-definition-families --status ACTIVE --max-items 2 --output text",
    "aws ecs describe-task-definition --task-definition webserver",
    "aws ecs describe-task-definition --task-definition webserver:1 --output text",
    "aws ecs describe-task-definition --task-definition webserver:1 --query 'taskDefinition.containerDefinitions[].portMappings[]' --output table",
    "aws ecs describe-task-definition --task-definition nope",
    "aws ecs deregister-task-definition --task-definition webserver:1 --query 'taskDefinition.status'",
    "aws ecs deregister-task-definition --task-definition webserver",
    "aws ecs list-task-definitions --status INACTIVE --output text",
    "aws ecs stop-task --generate-cli-skeleton",
    "aws ecs describe-clusters --clusters a --generate-cli-skeleton output --query failures",
    "aws ecs list-tags-for-resource --resource-arn x --generate-cli-skeleton output --output text",
  ],
};

const TASKS: CliScript = {
  name: "tasks",
  files: FILES,
  steps: [
    "aws ecs register-task-definition --cli-input-json file://webserver.json --query taskDefinition.taskDefinitionArn",
    "aws ecs list-tasks",
    "aws ecs list-tasks --output text",
    RUN,
    "aws ecs list-tasks --output table",
    `aws ecs describe-tasks --tasks ${FIRST} --query 'tasks[].[lastStatus,desiredStatus]' --output text`,
    { advanceMs: 30_000 },
    `aws ecs describe-tasks --tasks ${FIRST}`,
    `aws ecs describe-tasks --tasks ${FIRST} --output table`,
    `aws ecs describe-tasks --tasks ${FIRST} --output text`,
    `aws ecs describe-tasks --tasks ${FIRST} --query 'tasks[0].attachments[0].details[?name==\`privateIPv4Address\`].value | [0]' --output text`,
    `aws ecs describe-tasks --tasks ${FIRST} nope --query failures --output table`,
    `aws ecs wait tasks-running --tasks ${FIRST}`,
    `${RUN} --count 2 --started-by golden --tags key=a,value=b --query 'tasks[].startedBy' --output text`,
    "aws ecs list-tasks --started-by golden --query 'length(taskArns)'",
    "aws ecs describe-clusters --query 'clusters[0].[runningTasksCount,pendingTasksCount]' --output text",
    { advanceMs: 60_000 },
    `aws ecs stop-task --task ${FIRST} --reason 'seen enough' --query 'task.[lastStatus,desiredStatus,stopCode,stoppedReason]'`,
    "aws ecs list-tasks --desired-status STOPPED --output text",
    { advanceMs: 120_000 },
    "aws ecs describe-tasks --tasks $(aws ecs list-tasks --desired-status STOPPED --query 'taskArns[]' --output text) --query 'tasks[].{status:lastStatus,code:stopCode,reason:stoppedReason,exit:containers[0].exitCode}'",
    "aws ecs wait tasks-stopped --tasks $(aws ecs list-tasks --desired-status STOPPED --query 'taskArns[]' --output text)",
    "aws ecs wait tasks-running --tasks $(aws ecs list-tasks --desired-status STOPPED --query 'taskArns[]' --output text)",
    "aws ecs wait tasks-running --tasks nope --cluster gone",
    "aws ecs stop-task --task 0123456789abcdef0123456789abcdef",
    "aws ecs describe-tasks --tasks",
    "aws ecs run-task --task-definition nope",
    "aws ecs run-task --task-definition webserver --cluster gone",
    "aws ecs run-task --task-definition webserver --launch-type FARGATE",
    `${RUN} --count 11`,
  ],
};

const MISTAKES: CliScript = {
  name: "mistakes",
  files: FILES,
  steps: [
    "aws ecs",
    "aws ecs run-taks",
    "aws ecs run-task",
    "aws ecs register-task-definition --family x",
    "aws ecs list-clusters --nope 1",
    "aws ecs list-clusters one two",
    "aws ecs run-task --t x",
    "aws ecs run-task --task-definition",
    "aws ecs run-task --task-definition x --count abc",
    "aws ecs list-clusters --output foo",
    "aws ecs list-clusters --page-size x",
    "aws ecs list-clusters --max-items 1 --no-paginate",
    "aws ecs wait",
    "aws ecs wait tasks-flying",
    "aws ecs wait tasks-running",
    "aws ecs stop-task --task x --generate-cli-skeleton maybe",
    "aws ecs register-task-definition --family x --container-definitions name=a,image",
    "aws ecs register-task-definition --family x --container-definitions name=a,portMappings={containerPort=80}",
    "aws ecs register-task-definition --family x --container-definitions name=a,name=b",
    `aws ecs register-task-definition --family x --container-definitions '[{"name":"a",}]'`,
    `aws ecs register-task-definition --family x --container-definitions '[{"name":1,"environment":{"A":"1"}}]'`,
    "aws ecs register-task-definition --family x --container-definitions file://missing.json",
    "aws ecs register-task-definition --cli-input-json file://broken.json",
    "aws ecs register-task-definition --cli-input-json file://missing.json",
    `aws ecs register-task-definition --cli-input-json '{"family":1,"cpu":256,"secrets":[]}'`,
    `aws ecs register-task-definition --cli-input-json '{"family":"x","containerDefinitions":[{"name":"a","command":"echo hi","memory":"64","essential":"true","environment":[{"name":"A","value":1}],"portMappings":[{"containerPort":"80"}],"healthCheck":{},"dependsOn":[{"containerName":"b"}]}]}'`,
    `aws ecs register-task-definition --cli-input-json '{"family":"x","containerDefinitions":[{"logConfiguration":{"logDriver":"awslogs","options":{"awslogs-create-group":true}},"cpu":1.5,"image":null}],"tags":[{"key":""}]}'`,
    `aws ecs run-task --task-definition x --network-configuration '{"a"'`,
    `aws ecs run-task --task-definition x --network-configuration '{"awsvpcConfiguration":{"subnets":"subnet-1"}}'`,
    "aws ecs run-task --task-definition x --network-configuration awsvpcConfiguration={assignPublicIp=ENABLED}",
    "aws ecs register-task-definition --family '' --container-definitions name=a,image=b,memory=64",
    "aws ecs register-task-definition --family web --requires-compatibilities FARGATE --network-mode awsvpc --cpu 256 --memory 300 --container-definitions name=a,image=nginx",
    "aws ecs create-service --service-name web --task-definition web",
    "aws ecs tag-resource --resource-arn nonsense --tags key=a,value=b",
  ],
};

const ISO: CliScript = {
  name: "iso-timestamps",
  files: FILES,
  timestampFormat: "iso8601",
  steps: [
    "aws ecs register-task-definition --cli-input-json file://webserver.json --query taskDefinition.registeredAt",
    RUN,
    { advanceMs: 30_000 },
    `aws ecs describe-tasks --tasks ${FIRST} --query 'tasks[0].[createdAt,pullStartedAt,startedAt]' --output text`,
    `aws ecs describe-tasks --tasks ${FIRST} --query 'tasks[0].{created:createdAt,started:startedAt}' --output table`,
  ],
};

const CORNERS: CliScript = {
  name: "corners",
  files: { ...FILES, "tags.txt": "key=from,value=file", "reason.txt": "from a file" },
  steps: [
    "aws ecs create-cluster",
    "aws ecs create-cluster --cluster-name=equals --tags key=a,value= --query 'cluster.tags'",
    "aws ecs create-cluster --cluster-name tagged --tags file://tags.txt --query 'cluster.tags'",
    `aws ecs create-cluster --cluster-name json --tags '[{"key":"a","value":"b"},{"key":"c"}]' --query 'cluster.tags' --output text`,
    `aws ecs create-cluster --cluster-name json2 --tags '{"key":"a","value":"b"}' '{"key":"c","value":"d"}' --query 'cluster.tags' --output table`,
    "aws ecs create-cluster --cluster-name uni --tags 'key=name,value=bến cảng' --query 'cluster.tags[0].value'",
    "aws ecs describe-clusters --clusters uni --include TAGS --output table",
    `aws ecs describe-clusters --clusters uni --include TAGS --query "clusters[0].tags[?key=='name'].value | [0]" --output text`,
    "aws ecs describe-clusters --clusters",
    "aws ecs describe-clusters --clusters a b c --query 'failures[*].{Arn:arn,Why:reason}' --output table",
    "aws ecs describe-clusters --clusters json tagged --include TAGS --query 'clusters[].tags[].[key,value]' --output text",
    "aws ecs describe-clusters --clusters json --query 'clusters[].{name:clusterName,tasks:{running:runningTasksCount,pending:pendingTasksCount}}' --output table",
    "aws ecs describe-clusters --clusters json --query 'clusters[].{name:clusterName,tasks:{running:runningTasksCount,pending:pendingTasksCount}}' --output text",
    "aws ecs list-clusters --query 'clusterArns | length(@)' --output text",
    "aws ecs list-clusters --query '{all:length(clusterArns),first:clusterArns[0],empty:nothing,flag:`true`}'",
    "aws ecs list-clusters --query '{all:length(clusterArns),first:clusterArns[0],empty:nothing,flag:`true`}' --output text",
    "aws ecs list-clusters --query '{all:length(clusterArns),first:clusterArns[0],empty:nothing,flag:`true`}' --output table",
    "aws ecs list-clusters --query 'clusterArns[?contains(@, `uni`) == `true`]'",
    "aws ecs list-clusters --query 'clusterArns[].split(@)'",
    "aws ecs list-clusters --query 'reverse(clusterArns)[:2]' --output table",
    "aws ecs list-clusters --query '[clusterArns[0:1],clusterArns[1:3]]' --output text",
    "aws ecs list-clusters --query '[clusterArns[0:1],clusterArns[1:3]]' --output table",
    "aws ecs list-clusters --page-size 2 --output text --query 'length(clusterArns)'",
    "aws ecs list-clusters --max-items 0",
    "aws ecs list-clusters --starting-token bogus --max-items 1",
    "aws ecs register-task-definition --cli-input-json file://webserver.json --tags key=env,value=test --query tags",
    "aws ecs describe-task-definition --task-definition webserver --include TAGS --query '[taskDefinition.status,tags]' --output text",
    `aws ecs run-task --task-definition webserver --launch-type FARGATE --network-configuration '{"awsvpcConfiguration":{"subnets":["subnet-0aaa1111222233334"],"assignPublicIp":"ENABLED"}}' --overrides '{"containerOverrides":[{"name":"web","environment":[{"name":"A","value":"1"}],"command":["sleep","5"]}]}' --enable-execute-command --query 'tasks[0].overrides'`,
    `aws ecs run-task --task-definition webserver --launch-type FARGATE --network-configuration "${PUBLIC}" --overrides 'containerOverrides=[{name=web,command=[sleep,5],cpu=128,memory=64}],cpu=512,memory=1024' --disable-execute-command --query 'tasks[0].[cpu,memory,enableExecuteCommand,overrides]'`,
    `aws ecs run-task --task-definition webserver --launch-type FARGATE --network-configuration "${PUBLIC}" --count 0`,
    `aws ecs run-task --task-definition webserver --launch-type EC2 --network-configuration "${PUBLIC}"`,
    `aws ecs run-task --task-definition webserver --launch-type FARGATE --network-configuration 'awsvpcConfiguration={subnets=[subnet-00000000000000000]}'`,
    "aws ecs stop-task --task $(aws ecs list-tasks --max-items 1 --query 'taskArns[0]' --output text) --reason file://reason.txt --query task.stoppedReason",
    `aws ecs list-tasks --family webserver --desired-status RUNNING --query 'length(taskArns)' --output text`,
    "aws ecs list-tasks --family nothing --started-by x",
    "aws ecs untag-resource --resource-arn arn:aws:ecs:us-east-1:123456789012:cluster/gone --tag-keys a b",
    "aws ecs register-task-definition --family a --volumes name=v,host={} --container-definitions name=a,image=b,memory=64 --query taskDefinition.volumes",
    "aws ecs register-task-definition --family a --container-definitions name=a,image=b,memory=64,entryPoint=[] --query 'taskDefinition.containerDefinitions[0].[entryPoint,command]'",
    "aws ecs register-task-definition --family a --container-definitions 'name=a,image=b,memory=64,dockerLabels={a.b=c,d=e}' --query 'taskDefinition.containerDefinitions[0].dockerLabels'",
    "aws ecs register-task-definition --family a --container-definitions 'name=a,image=b,memory=64,essential=yes'",
    "aws ecs register-task-definition --family a --container-definitions name=a,image=b,cpu=x",
    "aws ecs register-task-definition --family a --container-definitions '[]'",
    "aws ecs register-task-definition --family a --runtime-platform cpuArchitecture=ARM64 --ephemeral-storage sizeInGiB=30 --container-definitions name=a,image=b,memory=64 --query 'taskDefinition.[runtimePlatform,ephemeralStorage]'",
    "aws ecs register-task-definition --family a --ephemeral-storage sizeInGiB=30,other=1 --container-definitions name=a,image=b,memory=64",
    "aws ecs delete-cluster --cluster equals --output table",
    "aws ecs deregister-task-definition --task-definition webserver:x",
    "aws --query 'clusterArns' --output text ecs list-clusters --region eu-west-1 --no-sign-request",
    "aws ecs list-clusters --outp text --query 'clusterArns[0]'",
    "aws ecs --cluster x list-tasks",
    "aws ecs list-clusters --max-results 1 --max-items 1",
    "aws ecs list-clusters --query",
    "aws ecs list-clusters --no-paginate=yes",
    "aws ecs describe-tasks",
    "aws ecs describe-tasks --tasks '[\"a\",\"b\"]' --query 'failures[].arn'",
    "aws ecs describe-tasks --tasks a --include",
  ],
};

const STREAM =
  "$(aws logs describe-log-streams --log-group-name /ecs/job --query 'logStreams[0].logStreamName' --output text)";
const LOGGING = {
  ...WEBSERVER,
  family: "job",
  executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  containerDefinitions: [
    {
      name: "app",
      image: "busybox:1.37",
      command: ["sh", "-c", "for i in 1 2 3; do echo line $i; sleep 5; done"],
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": "/ecs/job", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "batch" },
      },
    },
  ],
};
const LOGS: CliScript = {
  name: "logs",
  files: { "job.json": JSON.stringify(LOGGING, null, 2) },
  steps: [
    "aws ecs create-cluster --query cluster.status",
    "aws logs describe-log-groups",
    "aws logs create-log-group --log-group-name /ecs/job",
    "aws logs create-log-group --log-group-name /ecs/job",
    "aws logs create-log-group",
    "aws logs describe-log-groups --log-group-name-prefix /ecs",
    "aws ecs register-task-definition --cli-input-json file://job.json --query taskDefinition.revision",
    `aws ecs run-task --task-definition job --launch-type FARGATE --network-configuration "${PUBLIC}" --query 'length(tasks)'`,
    { advanceMs: 60_000 },
    "aws logs describe-log-streams --log-group-name /ecs/job",
    `aws logs get-log-events --log-group-name /ecs/job --log-stream-name ${STREAM} --query 'events[].message' --output text`,
    `aws logs get-log-events --log-group-name /ecs/job --log-stream-name ${STREAM} --limit 1 --start-from-head`,
    "aws logs filter-log-events --log-group-name /ecs/job --filter-pattern '\"line 2\"' --query 'events[].message'",
    "aws logs get-log-events --log-group-name /ecs/job --log-stream-name nobody",
    "aws logs get-log-events --log-group-name /ecs/none --log-stream-name nobody",
    "aws logs put-retention-policy --log-group-name /ecs/job --retention-in-days 7",
    "aws logs describe-log-groups --query 'logGroups[].[logGroupName,retentionInDays]' --output table",
    "aws logs describe-log-groups --max-items 1 --query 'logGroups[0].arn' --output text",
    "aws logs delete-log-group --log-group-name /ecs/job",
    "aws logs describe-log-streams --log-group-name /ecs/job",
  ],
};

export const CLI_SCRIPTS: readonly CliScript[] = [CLUSTERS, DEFINITIONS, TASKS, MISTAKES, ISO, CORNERS, LOGS];
