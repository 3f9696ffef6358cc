/** Answers of lab 07/04: hints, the solution, another route, and the mistakes that people make. */
import {
  accepted,
  all,
  defineAnswers,
  type LabCommand,
  not,
  taskDrained,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
  updateService,
} from "@quayside/grader";
import { LONGEST, orders, TOO_LONG, web } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

/** Keeps the ARN of a group in the variable that its delay is set with. */
const groupOf = (name: string, variable: string): LabCommand => ({
  aws: `${variable}=$(aws elbv2 describe-target-groups --names ${name} --query "TargetGroups[0].TargetGroupArn" --output text)`,
});
const delay = (group: string, seconds: number): readonly LabCommand[] => {
  const variable = group === web ? "TG" : "ORDERS";
  const attribute = `Key=deregistration_delay.timeout_seconds,Value=${seconds}`;
  return [
    groupOf(group, variable),
    {
      aws: `aws elbv2 modify-target-group-attributes --target-group-arn "$${variable}" --attributes ${attribute}`,
    },
  ];
};
const again = (service: string) => [updateService(service, "--force-new-deployment"), UNTIL_SETTLED];
const stopOne = (service: string): readonly LabCommand[] => [
  {
    aws: `aws ecs stop-task --task $(aws ecs list-tasks --service-name ${service} --query "taskArns[0]" --output text)`,
  },
  UNTIL_SETTLED,
];
const scaledIn = [updateService(orders, "--desired-count 1"), UNTIL_SETTLED];

const usual = [UNTIL_SETTLED, ...again(web)];
const byService = { stopCode: "ServiceSchedulerInitiated" } as const;

export default defineAnswers(texts, {
  hints: 3,
  solution: [...usual, ...delay(web, 30), ...again(web), ...stopOne(web)],
  exercise: [...delay(orders, LONGEST), ...scaledIn],
  routes: [[...usual, ...stopOne(web), ...delay(web, 5), ...again(web)]],
  mistakes: [
    {
      id: "no-delay",
      commands: [...usual, ...delay(web, 0), ...again(web)],
      fails: "shorter",
      seen: all(
        accepted({
          operation: "ModifyTargetGroupAttributes",
          input: ({ Attributes = [] }) =>
            Attributes.some(({ Key, Value }) => Key?.startsWith("deregistration") && Value === "0"),
        }),
        not(taskDrained({ service: web, ...byService, to: 60 })),
      ),
    },
    {
      id: "only-changed",
      commands: [...usual, ...delay(web, 30)],
      fails: "shorter",
      seen: all(
        accepted({ operation: "ModifyTargetGroupAttributes" }),
        not(taskToldToStop({ service: orders })),
        not(taskDrained({ service: web, to: 60 })),
      ),
    },
    {
      id: "too-short",
      commands: [UNTIL_SETTLED, ...delay(orders, 30), ...scaledIn],
      fails: "exercise",
      seen: taskDrained({ service: orders, ...byService, to: LONGEST - 1 }),
    },
    {
      id: "usual-delay",
      commands: [UNTIL_SETTLED, ...scaledIn],
      fails: "exercise",
      seen: taskDrained({ service: orders, ...byService, from: TOO_LONG + 1 }),
    },
    {
      id: "by-hand",
      commands: [UNTIL_SETTLED, ...delay(orders, LONGEST), ...stopOne(orders)],
      fails: "exercise",
      seen: taskDrained({ service: orders, stopCode: "UserInitiated" }),
    },
  ],
});
