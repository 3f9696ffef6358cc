/** Answers of lab 07/01: hints, the solution, another route, and the mistakes that people make. */
import {
  all,
  createService,
  defineAnswers,
  not,
  refused,
  runTask,
  targetReached,
  taskCreated,
  textsOf,
  UNTIL_SETTLED,
  updateService,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const VPC = "vpc-0a1b2c3d4e5f60718";
const balancer = {
  aws: 'ALB=$(aws elbv2 describe-load-balancers --names web --query "LoadBalancers[0].LoadBalancerArn" --output text)',
};
/** Makes a group and keeps its ARN in a variable of its name: `WEB`. */
const group = (name: string, type: "ip" | "instance" | "usual") => ({
  aws: `${name.toUpperCase()}=$(aws elbv2 create-target-group --name ${name} --protocol HTTP --port 80 --vpc-id ${VPC}${type === "usual" ? "" : ` --target-type ${type}`} --query "TargetGroups[0].TargetGroupArn" --output text)`,
});
const listener = (port: number, to: string) => ({
  aws: `aws elbv2 create-listener --load-balancer-arn "$ALB" --protocol HTTP --port ${port} --default-actions "Type=forward,TargetGroupArn=$${to.toUpperCase()}"`,
});
const behind = (groupName: string, container = groupName, port = 80) =>
  `--load-balancers "targetGroupArn=$${groupName.toUpperCase()},containerName=${container},containerPort=${port}"`;
const onFargate = (options = behind("web")) =>
  createService({ service: "web", family: "web", count: 2, more: options });
const onMachines = (name: string, count: number, options = behind(name)) => ({
  aws: `aws ecs create-service --service-name ${name} --task-definition ${name} --desired-count ${count} --launch-type EC2 ${options}`,
});

const door = [balancer, group("web", "ip"), listener(80, "web")];
const served = [...door, onFargate(), UNTIL_SETTLED];
const alone = [runTask({ family: "web" }), UNTIL_SETTLED];
const fewer = [updateService("web", "--desired-count 1"), UNTIL_SETTLED];
const shop = [group("shop", "instance"), listener(8080, "shop"), onMachines("shop", 3), UNTIL_SETTLED];

export default defineAnswers(texts, {
  hints: 3,
  solution: [...served, ...alone, ...fewer, ...shop],
  exercise: [group("clock", "instance"), listener(9090, "clock"), onMachines("clock", 2), UNTIL_SETTLED],
  routes: [
    // The machines first; the tasks on Fargate go with their service.
    [
      balancer,
      ...shop,
      ...alone,
      group("addresses", "ip"),
      listener(80, "addresses"),
      onFargate(behind("addresses", "web")),
      UNTIL_SETTLED,
      { aws: "aws ecs delete-service --service web --force" },
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "usual-type",
      commands: [balancer, group("web", "usual"), listener(80, "web"), onFargate()],
      fails: "door",
      seen: refused({ operation: "CreateService", id: "service.target-type", message: "target type instance" }),
    },
    {
      id: "no-listener",
      commands: [group("web", "ip"), onFargate()],
      fails: "registered",
      seen: refused({ operation: "CreateService", id: "service.no-balancer" }),
    },
    {
      id: "other-container",
      commands: [...door, onFargate(behind("web", "nginx"))],
      fails: "registered",
      seen: refused({ operation: "CreateService", id: "service.no-container" }),
    },
    {
      id: "port-of-the-door",
      commands: [...door, onFargate(behind("web", "web", 8080))],
      fails: "registered",
      seen: refused({ operation: "CreateService", id: "service.no-port" }),
    },
    {
      id: "only-run",
      commands: [...door, ...alone],
      fails: "registered",
      seen: all(taskCreated({ family: "web", service: false }), not(taskCreated({ family: "web", service: true }))),
    },
    {
      id: "by-hand",
      commands: [
        ...served,
        { aws: 'aws elbv2 register-targets --target-group-arn "$WEB" --targets Id=10.0.0.99' },
        UNTIL_SETTLED,
      ],
      fails: "alone",
      seen: targetReached({ task: false }),
    },
    {
      id: "addresses-for-machines",
      commands: [...served, onMachines("shop", 3, behind("web", "shop"))],
      fails: "dynamic",
      seen: refused({ operation: "CreateService", id: "service.target-type", message: "bridge" }),
    },
    {
      id: "host-is-no-address",
      commands: [balancer, group("clock", "ip"), listener(9090, "clock"), onMachines("clock", 2)],
      fails: "exercise",
      seen: refused({ operation: "CreateService", id: "service.target-type", message: "host" }),
    },
  ],
});
