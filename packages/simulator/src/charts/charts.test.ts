/**
 * The compiled tables are the XState charts: the same moves along every path, every other event refused. Mutants of a
 * table show that the comparison would notice.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnyStateMachine, initialTransition, setup, transition } from "xstate";
import { getShortestPaths, getSimplePaths } from "xstate/graph";
import { attachmentMachine } from "./attachment-chart.ts";
import { loadBalancerMachine, targetMachine } from "./balancing-charts.ts";
import { compileChart } from "./compile.ts";
import { containerChart, containerMachine, shownStatus } from "./container-chart.ts";
import { execAgentMachine } from "./exec-agent-chart.ts";
import {
  deploymentMachine,
  rolloutMachine,
  serviceDeploymentMachine,
  serviceMachine,
  taskSetMachine,
} from "./service-charts.ts";
import { lambdaHookMachine, pauseHookMachine, stageMachine } from "./stage-charts.ts";
import { taskChart, taskMachine } from "./task-chart.ts";

const MACHINES: readonly (readonly [string, AnyStateMachine])[] = [
  ["task", taskMachine],
  ["container", containerMachine],
  ["attachment", attachmentMachine],
  ["agent of ECS Exec", execAgentMachine],
  ["service", serviceMachine],
  ["deployment", deploymentMachine],
  ["rollout", rolloutMachine],
  ["service deployment", serviceDeploymentMachine],
  ["task set", taskSetMachine],
  ["lifecycle stage", stageMachine],
  ["Lambda hook", lambdaHookMachine],
  ["pause hook", pauseHookMachine],
  ["load balancer", loadBalancerMachine],
  ["target", targetMachine],
];

/** Walks both side by side; gives the first disagreement. A done snapshot takes no more events, as in an actor. */
function disagreement(
  machine: AnyStateMachine,
  next: (state: string, event: string) => string | undefined,
  events: string[],
) {
  let [snapshot] = initialTransition(machine);
  for (const type of events) {
    if (snapshot.status !== "active") return undefined;
    const [after] = transition(machine, snapshot, { type });
    const expected = next(String(snapshot.value), type) ?? snapshot.value;
    if (after.value !== expected)
      return `${snapshot.value} on ${type}: ${String(after.value)} against ${String(expected)}`;
    snapshot = after;
  }
  return undefined;
}

describe.each(MACHINES)("the %s chart", (_, machine) => {
  const chart = compileChart<string, string>(machine);
  const walks = fc.array(fc.constantFrom(...chart.events, "NO_SUCH_EVENT"), { maxLength: 25 });

  test("moves as XState moves on any walk", () => {
    fc.assert(
      fc.property(walks, (events) => disagreement(machine, chart.next, events) === undefined),
      { numRuns: 400 },
    );
  });

  test("a table with one move changed would be noticed", () => {
    for (const victim of chart.moves) {
      const mutant = (state: string, event: string) =>
        state === victim.from && event === victim.event
          ? chart.states.find((other) => other !== victim.to && other !== victim.from)
          : chart.next(state, event);
      const path = getShortestPaths(machine, { toState: (snapshot) => snapshot.value === victim.from })[0];
      const events = [...(path?.steps ?? []).map((step) => step.event.type), victim.event];
      expect(
        disagreement(
          machine,
          mutant,
          events.filter((type) => type !== "xstate.init"),
        ),
      ).toBeDefined();
    }
  });

  test("every path that the chart allows ends where the table says, and every state is reached", () => {
    const reached = new Set<string>();
    for (const path of getSimplePaths(machine)) {
      let state = chart.initial;
      for (const { event } of path.steps) if (event.type !== "xstate.init") state = chart.after(state, event.type);
      expect(state).toBe(path.state.value);
      reached.add(state);
    }
    expect([...reached].sort()).toEqual([...chart.states].sort());
  });

  test("every other event is refused in every state", () => {
    for (const state of chart.states) {
      for (const event of chart.events) {
        const legal = chart.moves.find((move) => move.from === state && move.event === event);
        expect(chart.next(state, event)).toBe(legal?.to);
        if (legal === undefined) expect(() => chart.after(state, event)).toThrow(`refuses ${event} in ${state}`);
      }
    }
  });
});

test("task states are exactly the values of lastStatus, in their order", () => {
  expect(taskChart.states.join(" ")).toBe(
    "PROVISIONING PENDING ACTIVATING RUNNING DEACTIVATING STOPPING DEPROVISIONING STOPPED DELETED",
  );
});

test("no way leads back: every move of a task goes forward", () => {
  for (const { from, to } of taskChart.moves) {
    expect(taskChart.states.indexOf(to)).toBeGreaterThan(taskChart.states.indexOf(from));
  }
});

test("the API shows three statuses of a container", () => {
  expect(containerChart.states.map(shownStatus)).toEqual([
    "PENDING",
    "PENDING",
    "PENDING",
    "PENDING",
    "PENDING",
    "RUNNING",
    "RUNNING",
    "RUNNING",
    "STOPPED",
  ]);
});

test("a chart with more than plain moves is refused at load", () => {
  const withTimer = setup({}).createMachine({
    id: "timer",
    initial: "a",
    states: { a: { after: { 10: "b" } }, b: {} },
  });
  expect(() => compileChart(withTimer)).toThrow("chart timer: state a has delayed transitions");
  const withGuard = setup({ guards: { yes: () => true } }).createMachine({
    id: "guard",
    initial: "a",
    states: { a: { on: { GO: { target: "b", guard: "yes" } } }, b: {} },
  });
  expect(() => compileChart(withGuard)).toThrow("more than a plain move");
});
