/** The lab of the sandbox: the default cloud or a scenario, definitions to begin with, nothing to grade. */
import { defineLab, type Lab, textsOf } from "@quayside/grader";
import { defaultScenario, type Scenario } from "@quayside/simulator";

const texts = textsOf({
  en: () => import("./sandbox-lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./sandbox-lab-texts/vi.ts").then((module) => module.vi),
});

const webserver = {
  family: "webserver",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [
    { name: "nginx", image: "nginx:latest", essential: true, portMappings: [{ containerPort: 80, protocol: "tcp" }] },
  ],
};
const sidecar = {
  family: "with-sidecar",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "512",
  memory: "1024",
  containerDefinitions: [
    {
      name: "web",
      image: "nginx:latest",
      essential: true,
      dependsOn: [{ containerName: "setup", condition: "SUCCESS" }],
    },
    { name: "setup", image: "busybox:latest", essential: false, command: ["sh", "-c", "sleep 5"] },
  ],
};
const stubborn = {
  ...webserver,
  family: "stubborn",
  containerDefinitions: [{ name: "app", image: "quayside/stubborn:1", essential: true }],
};

const file = (name: string, value: unknown) => ({ name, text: `${JSON.stringify(value, null, 2)}\n` });

/** What the sandbox opens with. */
export const sandboxLab: Lab = defineLab(texts, {
  id: "sandbox",
  seed: 1,
  scenario: defaultScenario,
  files: [file("webserver.json", webserver), file("with-sidecar.json", sidecar), file("stubborn.json", stubborn)],
  checks: [],
  tour: () => import("./sandbox-tour.ts").then((module) => module.sandboxTour),
});

/** The sandbox with another starting state; the editor holds the definitions that it registers. */
export function sandboxOf(scenario: Scenario): Lab {
  const inputs = scenario.commands.flatMap(({ operation, input }) =>
    operation === "RegisterTaskDefinition" ? [input as { readonly family: string }] : [],
  );
  const files = inputs.map((input) => file(`${input.family}.json`, input));
  const { tour: _ofTheEmptyCluster, ...lab } = sandboxLab;
  return {
    ...lab,
    id: `scenario/${scenario.id}`,
    scenario,
    files: files.length === 0 ? sandboxLab.files : files,
  };
}
