/**
 * How long the rules of a task definition take, and the whole check of a text as the editor does it after each pause:
 * parsing, the API's shapes, rules, fixes. For definitions of 1 and 10 containers; under 2 ms, squiggles follow typing.
 */
import { checkDefinition, fixesFor } from "@quayside/linter";
import { parseJson } from "@quayside/linter/json";
import { validateTaskDefinition } from "@quayside/simulator/task-definition";
import type { Row } from "./bench-calls.ts";

const WARM_UP = 200;
const RUNS = 1_000;

/** A container that uses most of what the rules look at. */
function container(index: number) {
  return {
    name: `c${index}`,
    image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/app${index}:2026-11-01`,
    essential: index === 0,
    cpu: 128,
    memory: 512,
    memoryReservation: 256,
    portMappings: [{ name: `port-${index}`, containerPort: 8_000 + index, protocol: "tcp", appProtocol: "http" }],
    environment: Array.from({ length: 20 }, (_, number) => ({ name: `V${number}`, value: "value" })),
    secrets: [{ name: "TOKEN", valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:token-AbCdEf" }],
    dependsOn: index === 0 ? [] : [{ containerName: `c${index - 1}`, condition: "START" }],
    mountPoints: [{ sourceVolume: "scratch", containerPath: "/scratch" }],
    ulimits: [{ name: "nofile", softLimit: 65_535, hardLimit: 65_535 }],
    healthCheck: { command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], interval: 10 },
    logConfiguration: {
      logDriver: "awslogs",
      options: { "awslogs-group": "/ecs/shop", "awslogs-region": "us-east-1", "awslogs-stream-prefix": `c${index}` },
    },
  };
}

function definition(containers: number, mistake: boolean) {
  return {
    family: "bench",
    requiresCompatibilities: ["FARGATE"],
    networkMode: mistake ? "bridge" : "awsvpc",
    cpu: "4096",
    memory: "8192",
    executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
    volumes: [{ name: "scratch" }],
    containerDefinitions: Array.from({ length: containers }, (_, index) => container(index)),
  };
}

const EDITOR = { accountId: "123456789012", practices: true, placeholders: "none" } as const;

/** Two rows for each size, valid and with a mistake: median and 99th percentile of one run. */
export function benchValidation(): Row[] {
  const cases = [1, 10].flatMap((containers) => [false, true].map((mistake) => ({ containers, mistake })));
  return cases.flatMap(({ containers, mistake }) => {
    const text = JSON.stringify(definition(containers, mistake), null, 2);
    const value = JSON.parse(text) as unknown;
    const what = `${containers} container(s), ${mistake ? "with a mistake" : "valid"}, ${Math.round(text.length / 1024)} KB`;
    return [
      { what: `${what}: rules`, value: timed(() => validateTaskDefinition(value)) },
      { what: `${what}: text to problems and fixes`, value: timed(() => checkAsTheEditor(text)) },
    ];
  });
}

function checkAsTheEditor(text: string): void {
  const document = parseJson(text);
  for (const problem of checkDefinition(document, EDITOR)) fixesFor(document, problem);
}

function timed(run: () => void): string {
  const times: number[] = [];
  for (let count = 0; count < WARM_UP + RUNS; count += 1) {
    const before = performance.now();
    run();
    if (count >= WARM_UP) times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] as number).toFixed(3);
  return `median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`;
}
