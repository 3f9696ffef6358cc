/**
 * What AWS's messages mean, in a sentence: by the id of a refusal or a cause, else by its family (what stands before the dot).
 * `quayside` is for what AWS would not refuse. Rules of task definitions have their hint. Over 300 lines because it is one table
 * that a translator reads from above.
 */
export const en = {
  quayside: "AWS does not refuse this: here the simulation ends.",
  call: "The service could not read the call at all: the operation or its input has another form.",
  "call.unknown-operation": "No operation has this name. Operations of the CLI are written with hyphens: run-task.",
  page: "A list is read page by page: the size or the token of the page is not one that the service gave.",
  input: "A value is not one of those that the operation takes; the message lists them.",
  "input.other-cluster": "The ARN is of a thing in another cluster than the one that the call names with --cluster.",
  "input.other-place": "The ARN is of another Region or account than the one that is asked.",
  "input.identifier": "This is the ARN of another kind of thing, or no ARN at all.",
  cluster: "The call names a cluster that does not exist here, or in a state that does not allow it.",
  "cluster.not-found":
    "There is no cluster of this name in this Region. Without --cluster the call means the cluster named default.",
  "cluster.has-tasks": "A cluster is deleted when nothing runs in it: stop its tasks first.",
  "cluster.has-instances": "A cluster is deleted when it is empty: deregister its container instances first.",
  clusters: "A call may name only so many clusters at once.",
  "container-instance": "The container instance is not in this cluster, or still has tasks.",
  "container-instance.not-found":
    "No container instance of this cluster has this id. It is the whole id or ARN of the registration, not the EC2 id i-...",
  "container-instance.has-tasks": "Tasks still run there: drain the instance first, or deregister it with --force.",
  "container-instances": "A call may name only so many container instances at once, and at least one.",
  agent: "The container agent of the machine could not do it.",
  "agent.no-credentials":
    "The agent found no credentials: the machine has no instance profile, so it never becomes a container instance.",
  "agent.no-route": "The agent cannot reach Amazon ECS: its subnet has no way out, neither NAT nor an endpoint.",
  "agent.denied":
    "The role of the machine may not register a container instance: ecs:RegisterContainerInstance is missing.",
  "agent.no-cluster": "The agent was told a cluster that does not exist: ECS_CLUSTER in the machine's user data.",
  attributes: "Attributes of container instances: too many at once, or none.",
  attribute: "An attribute of a container instance has a name, a value or a target that is not allowed.",
  "account-setting": "This account setting or this value of it does not exist.",
  tags: "A resource has room for 50 tags.",
  tag: "A tag has a key or a value that is not allowed.",
  resource: "The ARN names nothing that exists and can have tags.",
  "task-definition": "The task definition, or this revision of it, is not there or cannot be used any more.",
  "task-definition.not-found": "No task definition has this family and revision: registering it comes first.",
  "task-definition.not-found-to-run":
    "No task definition has this family and revision: register it, or look at the spelling.",
  "task-definition.inactive": "This revision was deregistered: what runs goes on, but nothing new starts from it.",
  "task-definition.launch-type":
    "The definition was checked for other launch types: its requiresCompatibilities does not name this one.",
  task: "The task that the call names is not there.",
  "task.not-found":
    "No task of this cluster has this id. Ids are whole, 32 characters, or the ARN; tasks in another cluster need --cluster.",
  tasks: "A call may name only so many tasks at once, and at least one.",
  exec: "ECS Exec opens a session in a container that runs, of a task that was started for it.",
  "exec.interactive": "There is only one mode: give --interactive.",
  "exec.task-length": "The task is named by its whole id, 32 characters, or by its ARN.",
  "exec.container-needed": "A task with more than one container needs --container.",
  "exec.container": "The task has no container of this name: describe-tasks lists them.",
  "exec.not-enabled":
    "The task was started without ECS Exec. A running task cannot get it: start a new one with --enable-execute-command.",
  "exec.agent-pending":
    "The agent of ECS Exec is still starting: it comes half a minute to a minute after the container. Look at managedAgents in describe-tasks, then try again.",
  "exec.agent-stopped":
    "The agent of ECS Exec has stopped, with its container or because it may not write to a read-only root file system.",
  "exec.role-denied":
    "The agent is not connected: the task role (not the execution role) does not allow the four ssmmessages actions.",
  "exec.no-route":
    "The agent is not connected: its container has no way to Session Manager. It needs NAT, a public address or an endpoint for ssmmessages.",
  "exec.sessions": "A container can have only so many sessions at once.",
  service: "A service keeps a number of tasks running: this is about what it is asked for, or what its scheduler does.",
  "service.not-found": "No service of this cluster has this name.",
  "run-task": "RunTask refuses the request itself: nothing was created.",
  "run-task.no-instances":
    "The cluster has no container instance: on EC2 a machine comes first, on Fargate none is needed.",
  "run-task.launch-type-and-strategy":
    "Where the task runs is said once: by a launch type or by a capacity provider strategy.",
  "run-task.override-container": "The override names a container that the task definition does not have.",
  "run-task.role": "Amazon ECS may not take on this role: its trust policy must name ecs-tasks.amazonaws.com.",
  placement:
    "No container instance was fit for the task, so it was not placed; the reason says what each of them lacked.",
  "placement.agent": "The agent of the instance is not connected: it takes no new tasks.",
  "placement.attribute":
    "The instance lacks something that the definition needs, such as a network mode or a log driver of its agent.",
  "placement.location": "The instance stands in another zone or subnet than the task asks for.",
  "placement.cpu": "No instance has this many CPU units left; what counts is what is reserved, not what is used.",
  "placement.memory": "No instance has this much memory left; what counts is what is reserved, not what is used.",
  "placement.ports":
    "The host port is taken on each instance: two tasks with the same host port do not fit on one machine.",
  "placement.gpu": "No instance has a GPU left.",
  "placement.interfaces": "Each task in awsvpc mode needs a network interface, and the machine has none left.",
  "placement.distinct-instance": "Each task wants a machine of its own, and every machine has one already.",
  "placement.member-of": "No instance meets the expression of the placement constraint.",
  "placement.fargate-strategy": "On Fargate there are no machines to choose among: leave the placement strategy out.",
  "placement.fargate-constraint": "On Fargate there are no machines to choose among: leave the constraint out.",
  "placement.invalid": "The placement strategy or constraint cannot be read.",
  network: "The network configuration does not go with the network mode of the definition.",
  "network.missing":
    "In awsvpc mode each task gets an address of its own: say in which subnets, with --network-configuration.",
  "network.unwanted":
    "Only awsvpc takes a network configuration; in bridge and host the task uses the machine's network.",
  "network.public-address":
    "Only tasks on Fargate get a public address by themselves; on EC2 the way out is a NAT gateway.",
  "network.subnet": "There is no subnet with this id in this account and Region.",
  "network.security-group": "There is no security group with this id in this account and Region.",
  failure: "The call itself was taken; for this one thing it could do nothing.",
  "failure.missing": "There is no such thing in this cluster. Ids are whole; another cluster needs --cluster.",
  "failure.inactive": "The thing is gone: its name is kept for a while, nothing more.",
  "failure.no-capacity": "AWS had no machine free for the task at that moment: try again, or in another zone.",
  event: "The service wants a task more and found no container instance for it.",
  interface: "The subnet has no free address left: no network interface, no task.",
  role: "The definition names no execution role, or one without credentials: nobody may fetch images, secrets or logs for the task.",
  ecr: "Before the pull the task asks Amazon ECR for a password, and did not get it.",
  "ecr.no-route": "The task cannot reach Amazon ECR: a public address, a NAT gateway or an endpoint is missing.",
  "ecr.denied": "The execution role may not ask Amazon ECR for a password: ecr:GetAuthorizationToken is missing.",
  secret: "A secret of the definition could not be read, so the container was never started.",
  "secret.no-route": "The task cannot reach AWS Secrets Manager: a way out or an endpoint is missing.",
  "secret.denied":
    "The execution role may not read this secret: secretsmanager:GetSecretValue is missing. The task role does not count.",
  "secret.not-found": "There is no secret with this ARN in this Region.",
  "secret.no-json-key": "The secret is there, but has no such key in its JSON.",
  "secret.kms-denied":
    "The secret is encrypted with a key of its own, which the execution role may not use: kms:Decrypt.",
  parameter: "A parameter of Systems Manager could not be read, or a call lacks one.",
  "parameter.no-route": "The task cannot reach Systems Manager: a way out or an endpoint is missing.",
  "parameter.denied": "The execution role may not read this parameter: ssm:GetParameters is missing.",
  "parameter.not-found": "There is no parameter with this name in this Region.",
  "parameter.kms-denied": "The parameter is encrypted with a key that the execution role may not use: kms:Decrypt.",
  "parameter.missing": "The call lacks something that the operation needs.",
  login: "The password of the private registry could not be read from Secrets Manager.",
  "env-file": "The environment file in Amazon S3 could not be read, so the container was never started.",
  "env-file.denied": "The execution role may not read the environment file: s3:GetObject is missing.",
  efs: "The file system could not be mounted, so the container was never started.",
  "efs.no-mount-target": "The file system has no mount target in the zone of the task.",
  "efs.no-route": "Nothing answers at the mount target: its security group does not let NFS (port 2049) in.",
  pull: "The image could not be pulled, so the container was never started.",
  "pull.no-route": "The task has no way to the registry: a public address, a NAT gateway or an endpoint is missing.",
  "pull.unreachable": "The registry does not answer.",
  "pull.layers-no-route":
    "The manifest came, the layers did not: those of Amazon ECR come from Amazon S3, which needs a way of its own.",
  "pull.server-error": "The registry is in trouble; the task is started again by a service, by nobody otherwise.",
  "pull.rate-limit": "Docker Hub counts pulls by address: without a login the limit is soon reached.",
  "pull.denied": "The registry knows the role and does not let it pull this image.",
  "pull.no-login": "The registry wants a login, and the definition names none: repositoryCredentials.",
  "pull.wrong-login": "The registry refused the user name and password of repositoryCredentials.",
  "pull.no-repository":
    "There is no such repository, or it is private: Docker Hub answers both alike. Look at the spelling first.",
  "pull.not-found": "The repository is there, this tag is not.",
  "pull.wrong-architecture": "The image is not built for the processor that the task asks for, such as ARM64.",
  dependency: "A container waits for another one that never came to the condition in dependsOn.",
  logs: "The log driver could not be set up, so the container was never started.",
  "logs.no-route": "The task cannot reach Amazon CloudWatch Logs: a way out or an endpoint is missing.",
  "logs.no-group": "The log group does not exist: create it, or let awslogs-create-group do it.",
  "logs.group-denied": "The execution role may not create the log group: logs:CreateLogGroup is missing.",
  "logs.stream-denied": "The execution role may not create a log stream: logs:CreateLogStream is missing.",
  push: "The registry did not take the image: its name or the right to write there is missing.",
  ports: "The machine has not as many free ports in a row as the range asks for.",
  process: "The image is there, but its process could not be started.",
  "process.not-found": "The command names a program that the image does not have: look at command and entryPoint.",
  "process.not-executable": "The file is there, but may not be executed.",
  "process.no-user": "The image has no user of this name.",
  "process.too-little-memory": "The memory limit is too small for the process even to begin.",
  stop: "The task was stopped; the reason says by whom.",
  "stop.essential-exited":
    "A container marked essential has ended, and with it the whole task. Its exit code says how.",
  "stop.failed-to-start": "The task never came to run; the reason of the container says what failed.",
  "stop.by-user": "Somebody called StopTask.",
  "stop.with-reason": "Somebody called StopTask and wrote this reason.",
  "stop.host-terminated": "The machine below the task was terminated, and the task with it.",
  "stop.host-stopped": "The machine below the task was stopped, and the task with it.",
  "stop.deregistered": "The container instance was deregistered with force while the task ran.",
  exit: "The process used more memory than its limit, and the kernel killed it: exit code 137.",
  instance: "There is no EC2 instance with this id, or in a state that does not allow it.",
  subnet: "There is no subnet with this id.",
  vpc: "There is no VPC with this id.",
  "route-table": "There is no route table with this id.",
  "internet-gateway": "There is no internet gateway with this id.",
  "nat-gateway": "There is no NAT gateway with this id, or none can be made there.",
  "vpc-endpoint": "There is no VPC endpoint with this id.",
  "network-interface": "There is no network interface with this id.",
  "instance-type": "There is no instance type with this name.",
  "run-instances": "RunInstances refuses the request itself: no machine was launched.",
  image: "The machine image (AMI) is not there.",
  "key-pair": "There is no key pair with this name.",
  "user-data": "The user data is not in the form that EC2 takes.",
  "instance-profile": "The instance profile is not there.",
  "security-group": "The security group is not there, or cannot be changed so.",
  "security-group.in-use": "Something still uses the security group: a network interface or a rule of another group.",
  rule: "The rule of the security group cannot be written so, or is not there.",
  route: "The route cannot be written so, or is not there.",
  "load-balancer": "The load balancer does not exist, or cannot be made or changed so.",
  "load-balancer.two-zones":
    "An Application Load Balancer stands in at least two Availability Zones: name a subnet of each.",
  "load-balancer.same-zone": "A load balancer has one subnet in each zone: two of those named are in the same one.",
  "load-balancer.no-addresses":
    "A subnet of a load balancer needs eight free addresses, because its nodes come and go.",
  "load-balancer.protected": "Deletion protection is on: set deletion_protection.enabled to false first.",
  listener: "The listener does not exist, or cannot be made or changed so.",
  "listener.duplicate": "A load balancer has one listener on a port: change that one, or choose another port.",
  "listener-rule": "The rule does not exist, or cannot be made or changed so.",
  "listener-rule.priority-in-use": "Two rules of a listener never have the same priority: the smallest is asked first.",
  condition: "The rule cannot compare requests so.",
  action: "The rule cannot do this with a request.",
  "action.other-balancer": "A target group belongs to one load balancer: make another group with the same settings.",
  "action.protocols": "Listener and target group speak different languages: HTTP goes to HTTP or HTTPS, TCP to TCP.",
  "target-group": "The target group does not exist, or cannot be made or changed so.",
  "target-group.in-use":
    "A rule still forwards to the group: delete the rule, the listener or the load balancer first.",
  "health-check": "Targets cannot be asked so whether they are well.",
  target: "This cannot be a target of the group: its address, its instance or its zone is not allowed.",
  "elbv2-attribute":
    "The attribute is not one of this kind of thing, cannot have this value, or does not go with another one.",
  "elbv2-tag": "The tags cannot be written so, or nothing that has tags has this ARN.",
  elbv2:
    "A value is not one of those that the operation takes, or a list is read with a size or a marker that the service did not give.",
  endpoint: "The endpoint cannot be made so.",
  "dry-run": "Nothing is wrong: the call only asked whether it would be allowed.",
  listing: "A list was asked for with a filter, a size or a token that is not allowed.",
  "log-group": "The log group is not there, or its name or retention is not allowed.",
  "log-group.not-found": "There is no log group of this name in this Region.",
  "log-stream": "There is no log stream of this name: it appears with the first line that a container writes.",
  "log-streams": "This order cannot be asked for together with a prefix.",
  "log-events": "The token is not one that the service gave.",
  "service.not-idempotent":
    "A service of this name exists. UpdateService changes it; only the same request with the same clientToken gives it back.",
  "service.draining":
    "The service of this name is being deleted. When it is INACTIVE, about a minute after its last task, the name is free.",
  "service.not-active": "The service is being deleted or has been: nothing of it can be changed any more.",
  "service.scaled": "Scale the service to 0 first, or delete it with force, which stops its tasks.",
  "service.percents-block":
    "With both at 100 percent no task could go before another is there, and none could come before another goes.",
  "service.rebalancing":
    "Evening out the zones starts a task before it stops one, and a maximum of 100 percent forbids that. Send --availability-zone-rebalancing DISABLED along.",
  "service.stuck":
    "Rounded, the two percents leave nothing to do: no task may be added and none may go. The rollout waits for ever; it is no failure.",
  "service.inconsistent":
    "Several tasks in a row ended before they ran. ECS pauses longer and longer between its tries; a new deployment begins at once.",
  "service.unable-to-place":
    "ECS started a task and it did not get as far as running, or found no place for one. The reason is that of the task.",
  "service.failed-breaker":
    "As many tasks of this deployment failed as the circuit breaker allows: none of it is started any more.",
  "service.failed-alarm":
    "A CloudWatch alarm that the deployment watches went into ALARM: none of it is started any more, however healthy its tasks are.",
  "service.rolling-back": "The service goes back to its last completed deployment, which has its old id.",
  "service.steady": "The service has as many healthy tasks as it wants, and nothing is left to do.",
  "service.completed": "Every task of the deployment is healthy, and no task of an older one is left.",
  "service.replaced":
    "A task was found unhealthy. Where the maximum allows it, its replacement is started before it is stopped.",
  "service.protected": "Tasks with scale-in protection stay until it ends, however few tasks the service wants.",
  "service.unbalanced": "One zone has two tasks more than another: ECS starts one there and then stops one here.",
  hook: "A lifecycle hook of a deployment: at which stages it can run, what it calls, how long it may take.",
  "service-deployment.hook-failed":
    "The function of a lifecycle hook said FAILED: the new revision is given up, and the traffic goes back to the revision before.",
  "service-deployment.hook-no-status":
    "The function of a lifecycle hook threw, or its answer has no hookStatus: that counts as FAILED.",
  "service-deployment.network-group":
    "ECS can shift traffic only to a target group that one of the two rules names. Put both groups into the forward action of the production rule, the second one with weight 0.",
  "service-deployment.network-serving":
    "Before a shift all production traffic must go to one target group: give it all the weight, the other one 0.",
  "service-deployment.network-unexpected":
    "Somebody has moved the weights by hand: the production rule forwards to the group that the running revision does not use.",
  "service-deployment.network-rules":
    "A rule that advancedConfiguration names is gone. Update the service with rules that exist.",
  "service-deployment.pause-timeout":
    "Nobody called ContinueServiceDeployment in time. What happens then is the timeout action of the hook: ROLLBACK, unless it says CONTINUE.",
  "service-deployment.no-candidate":
    "There is no earlier revision that was rolled out: a first deployment cannot be rolled back.",
  "service.rollback-failed":
    "The deployment failed and there is no earlier revision to go back to. The service stays as it is until its next deployment.",
  external: "What a service with an EXTERNAL deployment controller takes: its task sets say what runs and where.",
  "task-set":
    "What a task set takes: it belongs to a service with an EXTERNAL deployment controller, and is scaled to 0 or deleted with force.",
  services: "How many services, or which, a call can name.",
  rollout: "How far a deployment is, in the words of DescribeServices.",
  revisions: "What DescribeServiceRevisions takes: at most 20 revisions, all of one service that is not INACTIVE.",
  "service-deployment": "What can be done about a rollout, and what became of it.",
  "service-deployments": "How many service deployments a call can name.",
  protection: "What can be said of the scale-in protection of tasks.",
  "event-bus": "There is no event bus of this name: every account has the one called default.",
  "event-rule": "Amazon EventBridge does not take this rule, or does not know it.",
  "event-rule.neither": "A rule needs a pattern of events, or a schedule: otherwise it would never do anything.",
  "event-rule.schedule":
    "The schedule is none: rate(5 minutes), or cron(0 10 * * ? *) with six fields of which one day is a question mark.",
  "event-rule.pattern":
    "The pattern is no JSON, or a field has no list of values: every value stands in square brackets.",
  "event-rule.role": "EventBridge may not assume this role: its trust policy must name events.amazonaws.com.",
  "event-rule.has-targets": "A rule is deleted when it calls nobody: remove its targets first.",
  "event-target": "EventBridge does not take this target for a rule.",
  "event-target.role-required": "A cluster is called with a role: give the target a RoleArn that may run tasks.",
  "event-target.limit": "A rule has room for five targets.",
  "target-call": "A rule called its target and was refused; nobody is told, and the task never starts.",
  "target-call.role-trust":
    "The service may not assume the role of the target: its trust policy names another service.",
  "target-call.run-task-denied":
    "The role of the target may not run this task definition: often its policy names an older revision.",
  "target-call.pass-role-denied":
    "The role of the target may run the task, but not hand over the task's own role: iam:PassRole is missing.",
  topic: "A topic of SNS that is not there, or that cannot be made so.",
  "topic.policy": "The policy is no JSON with statements.",
  subscription: "Nobody can be subscribed in this way.",
  message: "The message cannot be sent.",
  "target-call.publish-denied":
    "EventBridge may not publish to the topic: its access policy must allow sns:Publish to events.amazonaws.com.",
  "stop.scaling":
    "The service wanted fewer tasks, or replaced this one by a task of a newer revision. Nothing is wrong with it.",
  "stop.container-checks":
    "The health check of an essential container failed too often: the service replaces the task.",
  "stop.draining": "The container instance is DRAINING: the service has started the task elsewhere.",
  "stop.daemon-place": "The instance no longer meets the constraints of the daemon service.",
  "stop.rebalancing": "The service evens out its Availability Zones; another zone has a task more now.",
};

/** A meaning for each id or family. */
export type FailureWords = Readonly<Record<keyof typeof en, string>>;
