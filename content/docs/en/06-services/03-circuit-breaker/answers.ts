/** Answers of lab 06/03: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  called,
  createService,
  defineAnswers,
  deploymentReached,
  editJson,
  fargateDefinition,
  type LabCommand,
  not,
  registerFile,
  taskStopped,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
  updateService,
} from "@quayside/grader";
import { file, service, web } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const breaker = (settings: string) => `--deployment-configuration "deploymentCircuitBreaker={${settings}}"`;
const BOTH = "enable=true,rollback=true";
const WITHIN_TWO = `${BOTH},thresholdConfiguration={type=COUNT,value=2}`;
/** The newest deployment goes back. */
const stopDeployment: LabCommand = {
  aws: `aws ecs stop-service-deployment --stop-type ROLLBACK --service-deployment-arn $(aws ecs list-service-deployments --service ${service} --query "serviceDeployments[0].serviceDeploymentArn" --output text)`,
};
const stopOne: LabCommand = {
  aws: `aws ecs stop-task --task $(aws ecs list-tasks --service-name ${service} --query "taskArns[0]" --output text)`,
};

/** The steps of the solution, so that mistakes can leave one out. */
const kept = [createService({ service, family: web, count: 2 }), UNTIL_SETTLED];
const crashing = [registerFile(file), updateService(service, `--task-definition ${web}`), { advanceMs: 120_000 }];
const stopped = [stopDeployment, UNTIL_SETTLED];
const tripped = [updateService(service, `--task-definition ${web}:2 ${breaker(BOTH)}`), UNTIL_SETTLED];
const badClock = [editJson(file, fargateDefinition("clock", "httpd:2.5")), registerFile(file)];
const clock = [createService({ service: "time", family: "clock", count: 2 }), UNTIL_SETTLED];

export default defineAnswers(texts, {
  hints: 3,
  solution: [...kept, ...crashing, ...stopped, ...tripped],
  exercise: [
    createService({ service: "time", family: "clock:1", count: 2 }),
    UNTIL_SETTLED,
    ...badClock,
    updateService("time", `--task-definition clock ${breaker(WITHIN_TWO)}`),
    UNTIL_SETTLED,
  ],
  routes: [
    // The breaker first, in private subnets; then the same version without it, stopped by hand.
    [
      createService({ service, family: web, count: 2, network: "private", more: breaker(BOTH) }),
      UNTIL_SETTLED,
      registerFile(file),
      updateService(service, `--task-definition ${web}`),
      UNTIL_SETTLED,
      updateService(service, `--task-definition ${web} ${breaker("enable=false,rollback=false")}`),
      { advanceMs: 60_000 },
      ...stopped,
    ],
  ],
  mistakes: [
    {
      id: "only-waited",
      commands: [...kept, ...crashing, { advanceMs: 3_600_000 }],
      fails: "stopped",
      seen: all(
        taskStopped({ service, exitCode: 1 }),
        not(called({ operation: "StopServiceDeployment" })),
        not(deploymentReached({ is: "FAILED", service })),
        not(taskToldToStop({ service, stopCode: "UserInitiated" })),
      ),
    },
    {
      id: "stopped-tasks",
      commands: [...kept, ...crashing, stopOne, { advanceMs: 120_000 }],
      fails: "stopped",
      seen: taskToldToStop({ service, stopCode: "UserInitiated" }),
    },
    {
      id: "no-rollback",
      commands: [
        ...kept,
        registerFile(file),
        updateService(service, `--task-definition ${web} ${breaker("enable=true,rollback=false")}`),
        UNTIL_SETTLED,
      ],
      fails: "tripped",
      seen: deploymentReached({
        is: "FAILED",
        why: "breaker",
        service,
        configured: ({ deploymentCircuitBreaker: { rollback } }) => !rollback,
      }),
    },
    {
      id: "nothing-to-go-back-to",
      commands: [
        ...badClock,
        createService({ service: "time", family: "clock", count: 2, more: breaker(WITHIN_TWO) }),
        UNTIL_SETTLED,
      ],
      fails: "exercise",
      seen: all(
        deploymentReached({ is: "FAILED", why: "breaker", family: "clock" }),
        not(deploymentReached({ is: "ROLLED_BACK", family: "clock" })),
      ),
    },
    {
      id: "three-by-default",
      commands: [
        ...clock,
        ...badClock,
        updateService("time", `--task-definition clock ${breaker(BOTH)}`),
        UNTIL_SETTLED,
      ],
      fails: "exercise",
      seen: deploymentReached({
        is: "ROLLED_BACK",
        family: "clock",
        configured: ({ deploymentCircuitBreaker: { thresholdConfiguration } }) =>
          thresholdConfiguration.type !== "COUNT",
      }),
    },
  ],
});
