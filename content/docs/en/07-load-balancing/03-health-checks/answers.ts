/** Answers of lab 07/03: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  createService,
  defineAnswers,
  type LabCommand,
  not,
  targetReached,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
  updateService,
} from "@quayside/grader";
import { api, clock, web } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

/** Keeps the ARN of a group in the variable of its name. */
const groupOf = (name: string): LabCommand => ({
  aws: `${name.toUpperCase()}=$(aws elbv2 describe-target-groups --names ${name} --query "TargetGroups[0].TargetGroupArn" --output text)`,
});
const behind = (family: string, port: number, more = "") => [
  groupOf(family),
  createService({
    service: family,
    family,
    count: 1,
    more: `--load-balancers "targetGroupArn=$${family.toUpperCase()},containerName=${family},containerPort=${port}"${more}`,
  }),
];
const check = (family: string, settings: string): LabCommand => ({
  aws: `aws elbv2 modify-target-group --target-group-arn "$${family.toUpperCase()}" ${settings}`,
});
const TWO_MINUTES: LabCommand = { advanceMs: 120_000 };

const good = [...behind(web, 80), UNTIL_SETTLED];
const wrong = [
  check(web, "--health-check-path /health"),
  TWO_MINUTES,
  check(web, "--health-check-path /"),
  UNTIL_SETTLED,
];
const killed = [
  ...behind(api, 8080, ' --deployment-configuration "maximumPercent=100,minimumHealthyPercent=0"'),
  { advanceMs: 240_000 },
];
const grace = (seconds: number) => updateService(api, `--health-check-grace-period-seconds ${seconds}`);
const slow = { group: api, state: "healthy" } as const;
const mismatch = targetReached({ group: clock, reason: "Target.ResponseCodeMismatch" });

export default defineAnswers(texts, {
  hints: 3,
  solution: [...good, ...wrong, ...killed, grace(120), UNTIL_SETTLED],
  exercise: [
    ...behind(clock, 80),
    check(clock, "--health-check-port traffic-port --health-check-path /"),
    UNTIL_SETTLED,
  ],
  routes: [
    // No grace period: the check itself is made more patient.
    [...good, ...wrong, ...killed, check(api, "--unhealthy-threshold-count 10"), UNTIL_SETTLED],
  ],
  mistakes: [
    {
      id: "only-waited",
      commands: [UNTIL_SETTLED, ...killed, TWO_MINUTES],
      fails: "grace",
      seen: all(
        taskToldToStop({ family: api, why: "stop.target-checks" }),
        not(targetReached(slow)),
        not(accepted({ operation: "UpdateService" })),
      ),
    },
    {
      id: "too-short",
      commands: [UNTIL_SETTLED, ...killed, grace(30), { advanceMs: 300_000 }],
      fails: "grace",
      seen: all(
        accepted({
          operation: "UpdateService",
          input: ({ healthCheckGracePeriodSeconds: seconds = 600 }) => seconds < 90,
        }),
        not(targetReached(slow)),
      ),
    },
    {
      id: "nobody-listens",
      commands: [UNTIL_SETTLED, ...behind(clock, 80), TWO_MINUTES],
      fails: "exercise",
      seen: all(targetReached({ group: clock, reason: "Target.FailedHealthChecks" }), not(mismatch)),
    },
    {
      id: "other-page",
      commands: [UNTIL_SETTLED, ...behind(clock, 80), check(clock, "--health-check-port traffic-port"), TWO_MINUTES],
      fails: "exercise",
      seen: mismatch,
    },
  ],
});
