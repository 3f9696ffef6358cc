/** Answers of lab 03/02: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editText,
  instanceReached,
  type LabCommand,
  machineReached,
  not,
  placeTasks,
  refused,
  runningTask,
  taskStopped,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { FILE, script } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const configure = (...lines: string[]) => editText(FILE, script(...lines));
const RIGHT = configure("ECS_CLUSTER=fleet", "ECS_RESERVED_MEMORY=256");

const AMI = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id";
const PROFILE = "--iam-instance-profile Name=ecsInstanceRole";
const launch = (profile: string, more = "", type = "t3.medium"): LabCommand => ({
  aws: `aws ec2 run-instances --image-id ${AMI} --instance-type ${type} --subnet-id subnet-0ccc1111222233334 ${profile} --user-data file://${FILE} ${more}`.trim(),
});

/** The EC2 instance that was there first, and its container instance. */
const OLD_MACHINE =
  '$(aws ec2 describe-instances --filters Name=instance-state-name,Values=running --query "Reservations[0].Instances[0].InstanceId" --output text)';
const OLD_INSTANCE =
  '$(aws ecs list-container-instances --cluster fleet --filter "agentVersion < 1.95.0" --query "containerInstanceArns" --output text)';
const systemctl = (verb: string): LabCommand => ({ aws: `ssh ec2-user@${OLD_MACHINE} sudo systemctl ${verb} ecs` });
const DRAIN: LabCommand = {
  aws: `aws ecs update-container-instances-state --cluster fleet --container-instances ${OLD_INSTANCE} --status DRAINING`,
};
const STOP_ONE: LabCommand = { aws: `aws ecs stop-task --cluster fleet --task ${runningTask("web", "fleet")}` };
/** Terminates the machine at this place in the list of those that run. */
const terminate = (index: number): LabCommand => ({
  aws: `aws ec2 terminate-instances --instance-ids ${OLD_MACHINE.replace("Reservations[0]", `Reservations[${index}]`)}`,
});

const run = (count: number) => placeTasks({ family: "web", cluster: "fleet", count });
/** From the beginning to a new machine in the cluster. */
const joined = [RIGHT, launch(PROFILE), UNTIL_SETTLED];
const silenced = [systemctl("stop"), run(1), systemctl("start")];

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    UNTIL_SETTLED,
    ...silenced,
    ...joined,
    launch(""),
    UNTIL_SETTLED,
    DRAIN,
    run(2),
    UNTIL_SETTLED,
    STOP_ONE,
    STOP_ONE,
    UNTIL_SETTLED,
    terminate(2),
    terminate(0),
    { advanceMs: 120_000 },
  ],
  exercise: [configure("ECS_CLUSTER=fleet", "ECS_RESERVED_MEMORY=512"), launch(PROFILE, "", "m5.large"), UNTIL_SETTLED],
  routes: [
    [
      editText(
        FILE,
        '#!/bin/bash\ncat <<\'EOF\' >> /etc/ecs/ecs.config\nECS_CLUSTER=fleet\nECS_RESERVED_MEMORY=256\nECS_INSTANCE_ATTRIBUTES={"stack":"prod"}\nEOF\n',
      ),
      UNTIL_SETTLED,
      ...silenced,
      launch("", "--count 1"),
      launch(PROFILE),
      UNTIL_SETTLED,
      DRAIN,
      run(1),
      run(1),
      STOP_ONE,
      STOP_ONE,
      UNTIL_SETTLED,
      { aws: `aws ecs deregister-container-instance --cluster fleet --container-instance ${OLD_INSTANCE}` },
      terminate(1),
      terminate(0),
      { advanceMs: 120_000 },
    ],
    [
      UNTIL_SETTLED,
      systemctl("stop"),
      run(2),
      { advanceMs: 300_000 },
      systemctl("restart"),
      RIGHT,
      launch(""),
      launch(PROFILE, "--tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=new}]'"),
      UNTIL_SETTLED,
      DRAIN,
      STOP_ONE,
      STOP_ONE,
      run(2),
      { advanceMs: 120_000 },
      terminate(1),
      UNTIL_SETTLED,
      terminate(0),
      { advanceMs: 120_000 },
    ],
  ],
  mistakes: [
    {
      id: "wrong-cluster",
      commands: [launch(PROFILE), UNTIL_SETTLED],
      fails: "joined",
      seen: instanceReached({ cluster: "default", registeredByYou: true }),
    },
    {
      id: "cluster-misspelt",
      commands: [configure("ECS_CLUSTER=fleets", "ECS_RESERVED_MEMORY=256"), launch(PROFILE), UNTIL_SETTLED],
      fails: "joined",
      seen: machineReached({ why: "agent.no-cluster" }),
    },
    {
      id: "no-way-out",
      commands: [
        RIGHT,
        {
          aws: `aws ec2 run-instances --image-id ${AMI} --instance-type t3.medium --subnet-id subnet-0aaa1111222233334 --no-associate-public-ip-address ${PROFILE} --user-data file://${FILE}`,
        },
        UNTIL_SETTLED,
      ],
      fails: "joined",
      seen: machineReached({ why: "agent.no-route" }),
    },
    {
      id: "nothing-reserved",
      commands: [configure("ECS_CLUSTER=fleet"), launch(PROFILE), UNTIL_SETTLED],
      fails: "reserved",
      seen: instanceReached({ cluster: "fleet", status: "ACTIVE", registeredByYou: true }),
    },
    {
      id: "arm-machine",
      commands: [
        RIGHT,
        {
          aws: `aws ec2 run-instances --image-id ${AMI} --instance-type t4g.medium ${PROFILE} --user-data file://${FILE}`,
        },
      ],
      fails: "joined",
      seen: refused({ operation: "RunInstances", id: "run-instances.architecture" }),
    },
    {
      id: "deregistered-with-tasks",
      commands: [
        ...joined,
        { aws: `aws ecs deregister-container-instance --cluster fleet --container-instance ${OLD_INSTANCE}` },
      ],
      fails: "drained",
      seen: refused({ operation: "DeregisterContainerInstance", id: "container-instance.has-tasks" }),
    },
    {
      id: "waits-for-draining",
      commands: [...joined, DRAIN, { advanceMs: 3_600_000 }],
      fails: "drained",
      seen: all(
        instanceReached({ cluster: "fleet", status: "DRAINING", runningTasks: 1 }),
        not(instanceReached({ cluster: "fleet", status: "DRAINING", emptied: true })),
      ),
    },
    {
      id: "terminated-with-tasks",
      commands: [UNTIL_SETTLED, ...joined, terminate(0), { advanceMs: 300_000 }],
      fails: "drained",
      seen: taskStopped({ family: "web", stopCode: "TerminationNotice" }),
    },
    {
      id: "drained-all",
      commands: [
        ...joined,
        {
          aws: 'aws ecs update-container-instances-state --cluster fleet --container-instances $(aws ecs list-container-instances --cluster fleet --query "containerInstanceArns" --output text) --status DRAINING',
        },
        run(2),
        UNTIL_SETTLED,
      ],
      fails: "moved",
      seen: instanceReached({ cluster: "fleet", status: "DRAINING", registeredByYou: true }),
    },
    {
      id: "only-stopped",
      commands: [
        UNTIL_SETTLED,
        ...joined,
        DRAIN,
        STOP_ONE,
        STOP_ONE,
        UNTIL_SETTLED,
        { aws: `aws ec2 stop-instances --instance-ids ${OLD_MACHINE}` },
        { advanceMs: 600_000 },
      ],
      fails: "gone",
      seen: machineReached({ launchedByYou: false, state: "stopped" }),
    },
  ],
});
