/** The content checker notices each way in which a lab can break its promises. */
import { describe, expect, test } from "vitest";
import type { Answers, Mistake } from "../answers.ts";
import { clusterCreated } from "../checks/clusters.ts";
import { failed, passed } from "../checks/verdict.ts";
import type { CheckView, Verdict } from "../condition.ts";
import type { Lab } from "../lab.ts";
import { text } from "../testing/text.ts";
import { checkLab } from "./check-lab.ts";

const create = (name: string) => ({ aws: `aws ecs create-cluster --cluster-name ${name}` });
const wrongName = (id: string, name: string): Mistake => ({
  id,
  commands: [create(name)],
  fails: "cluster",
  seen: clusterCreated({ name }),
  feedback: text("Another name.", "Tên khác."),
});
const sound: Lab = {
  id: "99/01",
  seed: 1,
  title: text("A cluster", "Một cluster"),
  scenario: { id: "empty", title: "Empty", commands: [] },
  files: [],
  goal: text("Create the cluster quay.", "Tạo cluster quay."),
  checks: [{ id: "cluster", title: text("It exists", "Nó tồn tại"), test: clusterCreated({ name: "quay" }) }],
};
const answers: Answers = {
  hints: [text("one", "một"), text("two", "hai"), text("three", "ba")],
  solution: [create("quay")],
  routes: [[create("other"), create("quay")]],
  mistakes: [wrongName("dock", "dock"), wrongName("pier", "pier"), wrongName("wharf", "wharf")],
};
const reversed = (verdict: Verdict): Verdict => ({ ...verdict, evidence: verdict.evidence.toReversed() });
const problems = (change: Partial<Lab>, otherAnswers: Partial<Answers> = {}) =>
  checkLab({ lab: { ...sound, ...change }, answers: { ...answers, ...otherAnswers } }).map(
    ({ rule, sentence }) => `${rule}: ${sentence}`,
  );

describe("the content checker", () => {
  test("finds nothing wrong with a sound lab", () => {
    expect(problems({})).toEqual([]);
  });

  test("stops at a lab that is not well formed", () => {
    expect(problems({}, { hints: [] })).toEqual([
      "schema: answers.hints: holds fewer than 3 hints: a question, a pointer, a partial",
    ]);
  });

  test("notices a start that passes", () => {
    const commands = [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "quay" } }] as const;
    expect(problems({ scenario: { ...sound.scenario, commands } })).toContain(
      "start: check cluster passes at the start: Cluster quay was created.",
    );
  });

  test("notices a solution that does not pass, or is refused", () => {
    expect(problems({}, { solution: [create("dock")] })).toEqual([
      "solution: the solution does not pass check cluster: There is no cluster quay; there are: dock. Another name.",
    ]);
    const refused = problems({}, { solution: [create("quay"), { aws: "aws ecs delete-cluster --cluster nothing" }] });
    expect(refused.join()).toMatch(
      /^solution: the solution: aws ecs delete-cluster --cluster nothing was refused: .*ClusterNotFound/s,
    );
  });

  test("notices a check that passes without evidence", () => {
    const blind = {
      ...sound.checks[0],
      id: "blind",
      title: text("blind", "mù"),
      test: () => passed(text("blind", "mù"), []),
    };
    expect(problems({ checks: [...sound.checks, blind] })).toContain(
      "solution: the solution passes check blind without evidence",
    );
  });

  test("notices a route that does not pass", () => {
    expect(problems({}, { routes: [[create("quay")], [create("pier")]] })[0]).toMatch(
      /^route: route 2 does not pass check cluster/,
    );
  });

  test("notices a mistake that does not fail its check, is not seen, or is taken for another", () => {
    const [dock, pier, wharf] = answers.mistakes as [Mistake, Mistake, Mistake];
    expect(problems({}, { mistakes: [dock, pier, { ...wharf, commands: [create("quay")] }] })).toEqual([
      "mistake: mistake wharf does not fail check cluster",
    ]);
    expect(problems({}, { mistakes: [dock, pier, { ...wharf, commands: [create("jetty")] }] })[0]).toMatch(
      /^mistake: mistake wharf is not recognised\./,
    );
    expect(problems({}, { mistakes: [dock, pier, { ...wharf, commands: [create("dock")] }] })[0]).toMatch(
      /^mistake: mistake wharf is taken for dock\./,
    );
  });

  test("notices a check that says nothing, or points at nothing", () => {
    const silent = {
      ...sound.checks[0],
      id: "silent",
      title: text("silent", "im"),
      test: () => passed(text("Yes.", ""), [999]),
    };
    expect(problems({ checks: [...sound.checks, silent] })).toEqual(
      expect.arrayContaining([
        "moments: check silent has no sentence",
        "moments: check silent points at records that do not exist, or out of order",
      ]),
    );
  });

  test("notices evidence out of order", () => {
    const backwards = {
      ...sound.checks[0],
      id: "backwards",
      title: text("backwards", "ngược"),
      test: ({ journal }: CheckView) =>
        (journal.length > 1 ? passed : failed)(text("seen", "thấy"), journal.length > 1 ? [0, 1] : []),
    };
    expect(problems({ checks: [...sound.checks, backwards] })).toEqual([]);
    const turned = { ...backwards, test: (view: CheckView) => reversed(backwards.test(view)) };
    expect(problems({ checks: [...sound.checks, turned] })).toEqual([
      "moments: check backwards points at records that do not exist, or out of order",
    ]);
  });

  test("goes on when a check breaks down", () => {
    const broken = {
      ...sound.checks[0],
      id: "broken",
      title: text("broken", "hỏng"),
      test: () => {
        throw new Error("nothing there");
      },
    };
    expect(problems({ checks: [...sound.checks, broken] })).toEqual(
      ["start", "solution", "route", "mistake", "moments", "deterministic"].map(
        (rule) => `${rule}: a run broke down: nothing there`,
      ),
    );
  });

  test("notices two runs that differ", () => {
    let run = 0;
    const solution = [
      create("quay"),
      {
        get aws() {
          run += 1;
          return `aws ecs create-cluster --cluster-name c${run}`;
        },
      },
    ];
    expect(problems({}, { solution })).toEqual(["deterministic: two runs of the solution give different journals"]);
  });
});
