/** Answers of lab 06/05: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  type Condition,
  called,
  createService,
  defineAnswers,
  editJson,
  imagePushed,
  type LabCommand,
  not,
  pushImage,
  registerFile,
  revisionReached,
  runTask,
  taskCreated,
  textsOf,
  UNTIL_SETTLED,
  updateService,
} from "@quayside/grader";
import { FIRST_BUILD, file, image, kioskImage, service, withImage } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const stopOne: LabCommand = {
  aws: `aws ecs stop-task --task $(aws ecs list-tasks --service-name ${service} --query "taskArns[0]" --output text)`,
};
const force = updateService(service, "--force-new-deployment");
const byNumber = updateService(service, "--task-definition shop:1");
const bounds = '--deployment-configuration "minimumHealthyPercent=50,maximumPercent=100"';

/** The steps of the solution, so that mistakes can leave one out. */
const kept = [createService({ service, family: "shop", count: 2 }), UNTIL_SETTLED];
const three = [updateService(service, "--desired-count 3"), UNTIL_SETTLED];
const pinned = [pushImage(image), ...three, stopOne, UNTIL_SETTLED];
const forced = [force, UNTIL_SETTLED];
const byDigest = [
  editJson(file, withImage(`quayside/shop@${FIRST_BUILD}`)),
  registerFile(file),
  updateService(service, "--task-definition shop"),
  UNTIL_SETTLED,
];
const kiosk = [createService({ service: "kiosk", family: "kiosk", count: 2 }), UNTIL_SETTLED, pushImage(kioskImage)];
const forceKiosk = (options: string) => updateService("kiosk", `--force-new-deployment ${options}`.trim());

/** A deployment was asked for before anybody had pushed. */
const forcedBefore: Condition = (view) => {
  const force = accepted({
    operation: "UpdateService",
    input: ({ forceNewDeployment }) => forceNewDeployment === true,
  });
  const [first, push] = [force(view), imagePushed({ repository: "docker.io/quayside/shop", tag: "latest" })(view)];
  return { ...first, passed: first.passed && (!push.passed || Number(first.evidence[0]) < Number(push.evidence[0])) };
};

export default defineAnswers(texts, {
  hints: 3,
  solution: [...kept, ...pinned, ...forced, byNumber, UNTIL_SETTLED, ...byDigest],
  exercise: [...kiosk, forceKiosk(`--availability-zone-rebalancing DISABLED ${bounds}`), UNTIL_SETTLED],
  routes: [
    // Private subnets, only replaced, scaled out with the forced deployment, and back with half of the tasks at a time.
    [
      createService({ service, family: "shop", count: 2, network: "private" }),
      UNTIL_SETTLED,
      pushImage(image),
      stopOne,
      UNTIL_SETTLED,
      stopOne,
      UNTIL_SETTLED,
      updateService(service, "--desired-count 3 --force-new-deployment"),
      UNTIL_SETTLED,
      editJson(file, withImage(`docker.io/quayside/shop@${FIRST_BUILD}`)),
      registerFile(file),
      updateService(service, `--task-definition shop:2 --availability-zone-rebalancing DISABLED ${bounds}`),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "only-pushed",
      commands: [...kept, ...pinned, { advanceMs: 3_600_000 }],
      fails: "forced",
      seen: all(
        imagePushed({ repository: "docker.io/quayside/shop", tag: "latest" }),
        called({ operation: "StopTask" }),
        not(accepted({ operation: "UpdateService", input: ({ forceNewDeployment }) => forceNewDeployment === true })),
      ),
    },
    {
      id: "forced-too-early",
      commands: [...kept, force, UNTIL_SETTLED, pushImage(image), ...three],
      fails: "forced",
      seen: forcedBefore,
    },
    {
      id: "run-by-hand",
      commands: [...kept, pushImage(image), runTask({ family: "shop", count: 3 }), UNTIL_SETTLED],
      fails: "forced",
      seen: taskCreated({ family: "shop", service: false }),
    },
    {
      id: "back-by-number",
      commands: [...kept, ...pinned, ...forced, byNumber, UNTIL_SETTLED],
      fails: "way-back",
      seen: all(
        accepted({ operation: "UpdateService", input: ({ taskDefinition }) => /shop:1$/.test(taskDefinition ?? "") }),
        not(revisionReached({ family: "shop", revision: 2, status: "ACTIVE" })),
      ),
    },
    {
      id: "two-more-than-two",
      commands: [...kiosk, forceKiosk(""), UNTIL_SETTLED],
      fails: "exercise",
      seen: accepted({
        operation: "UpdateService",
        input: ({ service: name, forceNewDeployment, deploymentConfiguration }) =>
          name !== service && forceNewDeployment === true && deploymentConfiguration?.maximumPercent !== 100,
      }),
    },
  ],
});
