/** Answers of lab 06/01: hints, the solution, another route, and the mistakes that people make. */
import {
  accepted,
  all,
  called,
  defineAnswers,
  type LabCommand,
  not,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { GROUP } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const [PUBLIC_A, PUBLIC_B] = ["subnet-0aaa1111222233334", "subnet-0bbb1111222233334"];
const [PRIVATE_A, PRIVATE_B] = ["subnet-0ccc1111222233334", "subnet-0ddd1111222233334"];
const PUBLIC = `"awsvpcConfiguration={subnets=[${PUBLIC_A},${PUBLIC_B}],assignPublicIp=ENABLED}"`;
const PRIVATE = `"awsvpcConfiguration={subnets=[${PRIVATE_A},${PRIVATE_B}]}"`;
const ONE_ZONE = `"awsvpcConfiguration={subnets=[${PUBLIC_A}],assignPublicIp=ENABLED}"`;
const create = (service: string, family: string, count: number, network = PUBLIC, more = ""): LabCommand => ({
  aws: `aws ecs create-service --service-name ${service} --task-definition ${family} --desired-count ${count} --launch-type FARGATE --network-configuration ${network}${more}`,
});
const scale = (service: string, count: number): LabCommand => ({
  aws: `aws ecs update-service --service ${service} --desired-count ${count}`,
});
const stopOne: LabCommand = {
  aws: 'aws ecs stop-task --task $(aws ecs list-tasks --service-name web --query "taskArns[0]" --output text)',
};
const four = [create("web", "webserver", 4), UNTIL_SETTLED];
const six = [scale("web", 6), UNTIL_SETTLED];
const two = [scale("web", 2), UNTIL_SETTLED];
const lost = [stopOne, stopOne, UNTIL_SETTLED];

export default defineAnswers(texts, {
  hints: 3,
  solution: [...four, ...six, ...two, ...lost],
  exercise: [
    create("time", "clock", 3, PUBLIC, " --availability-zone-rebalancing DISABLED"),
    UNTIL_SETTLED,
    scale("time", 1),
    UNTIL_SETTLED,
  ],
  routes: [
    [create("web", "webserver", 2, PRIVATE), UNTIL_SETTLED, ...lost, ...six, scale("web", 4), UNTIL_SETTLED, ...two],
  ],
  mistakes: [
    {
      id: "one-zone",
      commands: [create("web", "webserver", 4, ONE_ZONE), UNTIL_SETTLED],
      fails: "two-zones",
      seen: accepted({
        operation: "CreateService",
        input: ({ networkConfiguration }) => networkConfiguration?.awsvpcConfiguration?.subnets?.length === 1,
      }),
    },
    {
      id: "stopped-to-scale-in",
      commands: [...four, ...six, stopOne, stopOne, UNTIL_SETTLED],
      fails: "scaled-in",
      seen: all(
        taskToldToStop({ taskGroup: GROUP, stopCode: "UserInitiated" }),
        not(taskToldToStop({ taskGroup: GROUP, stopCode: "ServiceSchedulerInitiated" })),
      ),
    },
    {
      id: "no-service",
      commands: [
        {
          aws: `aws ecs run-task --task-definition webserver --launch-type FARGATE --count 4 --network-configuration ${PUBLIC}`,
        },
        UNTIL_SETTLED,
      ],
      fails: "two-zones",
      seen: all(called({ operation: "RunTask" }), not(called({ operation: "CreateService" }))),
    },
  ],
});
