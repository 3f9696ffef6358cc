/** Answers of lab 06/01: hints, the solution, another route, and the mistakes that people make. */
import {
  accepted,
  all,
  called,
  createService,
  defineAnswers,
  type LabCommand,
  not,
  runTask,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
  updateService,
} from "@quayside/grader";
import { GROUP } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const scale = (service: string, count: number) => updateService(service, `--desired-count ${count}`);
const stopOne: LabCommand = {
  aws: 'aws ecs stop-task --task $(aws ecs list-tasks --service-name web --query "taskArns[0]" --output text)',
};
const four = [createService({ service: "web", family: "webserver", count: 4 }), UNTIL_SETTLED];
const six = [scale("web", 6), UNTIL_SETTLED];
const two = [scale("web", 2), UNTIL_SETTLED];
const lost = [stopOne, stopOne, UNTIL_SETTLED];

export default defineAnswers(texts, {
  hints: 3,
  solution: [...four, ...six, ...two, ...lost],
  exercise: [
    createService({ service: "time", family: "clock", count: 3, more: "--availability-zone-rebalancing DISABLED" }),
    UNTIL_SETTLED,
    scale("time", 1),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      createService({ service: "web", family: "webserver", count: 2, network: "private" }),
      UNTIL_SETTLED,
      ...lost,
      ...six,
      scale("web", 4),
      UNTIL_SETTLED,
      ...two,
    ],
  ],
  mistakes: [
    {
      id: "one-zone",
      commands: [createService({ service: "web", family: "webserver", count: 4, zones: 1 }), UNTIL_SETTLED],
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
      commands: [runTask({ family: "webserver", count: 4 }), UNTIL_SETTLED],
      fails: "two-zones",
      seen: all(called({ operation: "RunTask" }), not(called({ operation: "CreateService" }))),
    },
  ],
});
