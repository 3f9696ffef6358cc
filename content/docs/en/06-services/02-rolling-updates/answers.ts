/** Answers of lab 06/02: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  called,
  createService,
  defineAnswers,
  deploymentReached,
  not,
  refused,
  registerFile,
  revisionReached,
  serviceSaid,
  textsOf,
  UNTIL_SETTLED,
  updateService,
} from "@quayside/grader";
import { file, STUCK, service, web, within } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const percents = (minimum: number, maximum: number) =>
  `--deployment-configuration "minimumHealthyPercent=${minimum},maximumPercent=${maximum}"`;
const force = (options = "") => updateService(service, `--force-new-deployment ${options}`.trim());
const still = "--availability-zone-rebalancing DISABLED";

/** The steps of the solution, so that mistakes can leave one out. */
const begun = [createService({ service, family: web, count: 4 }), UNTIL_SETTLED];
const rolled = [registerFile(file), updateService(service, `--task-definition ${web}`), UNTIL_SETTLED];
const noExtra = [force(`${still} ${percents(50, 100)}`), UNTIL_SETTLED];
const stuck = [force(percents(90, 110)), UNTIL_SETTLED];
const freed = [updateService(service, percents(75, 110)), UNTIL_SETTLED];
const back = updateService(service, `--task-definition ${web}:1`);
const forth = updateService(service, `--task-definition ${web}:2`);
const five = [createService({ service: "time", family: "clock", count: 5 }), UNTIL_SETTLED];
const forceTime = (minimum: number, maximum: number) =>
  updateService("time", `--force-new-deployment ${percents(minimum, maximum)}`);

export default defineAnswers(texts, {
  hints: 3,
  solution: [...begun, ...rolled, ...noExtra, ...stuck, ...freed, back, forth, UNTIL_SETTLED],
  exercise: [...five, forceTime(80, 120), UNTIL_SETTLED],
  routes: [
    // Stopped one by one, freed by more tasks, overtaken after twenty seconds.
    [
      ...begun,
      force(`${still} ${percents(0, 100)}`),
      UNTIL_SETTLED,
      ...stuck,
      updateService(service, "--desired-count 10"),
      UNTIL_SETTLED,
      registerFile(file),
      force(percents(100, 150)),
      { advanceMs: 20_000 },
      updateService(service, `--task-definition ${web}`),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "only-registered",
      commands: [...begun, registerFile(file), { advanceMs: 600_000 }],
      fails: "rolled",
      seen: all(
        revisionReached({ family: web, revision: 2, status: "ACTIVE" }),
        not(called({ operation: "UpdateService" })),
      ),
    },
    {
      id: "one-hundred-twice",
      commands: [...begun, force(`${still} ${percents(100, 100)}`)],
      fails: "no-extra",
      seen: refused({ operation: "UpdateService", id: "service.percents-block" }),
    },
    {
      id: "zones-need-room",
      commands: [...begun, force(percents(50, 100))],
      fails: "no-extra",
      seen: refused({ operation: "UpdateService", id: "service.rebalancing" }),
    },
    {
      id: "not-forced",
      commands: [...begun, updateService(service, `${still} ${percents(50, 100)}`), { advanceMs: 600_000 }],
      fails: "no-extra",
      seen: all(
        accepted({
          operation: "UpdateService",
          input: ({ deploymentConfiguration, forceNewDeployment, taskDefinition }) =>
            deploymentConfiguration?.maximumPercent === 100 &&
            forceNewDeployment !== true &&
            taskDefinition === undefined,
        }),
        not(
          deploymentReached({ is: "COMPLETED", service, configured: ({ maximumPercent }) => maximumPercent === 100 }),
        ),
      ),
    },
    {
      id: "forced-again",
      commands: [...begun, ...stuck, force(), UNTIL_SETTLED],
      fails: "freed",
      seen: deploymentReached({ is: "SUPERSEDED", service, configured: within(4, 4, 4) }),
    },
    {
      id: "only-waited",
      commands: [...begun, ...stuck, { advanceMs: 3_600_000 }],
      fails: "freed",
      seen: all(
        serviceSaid({ service, text: STUCK }),
        not(deploymentReached({ is: "SUPERSEDED", service })),
        not(accepted({ operation: "UpdateService", input: ({ forceNewDeployment }) => forceNewDeployment !== true })),
      ),
    },
    {
      id: "rounded-away",
      commands: [...five, forceTime(80, 119), UNTIL_SETTLED],
      fails: "exercise",
      seen: accepted({
        operation: "UpdateService",
        input: ({ service: name, deploymentConfiguration: { maximumPercent = 200 } = {} }) =>
          name !== service && maximumPercent < 120,
      }),
    },
  ],
});
