/** What the lists of the API answer, held against a naive reading of the descriptions; pages held against the whole. */
import type { Session } from "@quayside/simulator";
import { type Answer, ask, clustersOf, describedTasks } from "./answers-of-tasks.ts";

/** Every item of a list, asked for in pages; says so when the pages are not the whole. */
function paged(session: Session, operation: string, input: object, member: string, broken: string[]): string[] {
  const whole = pages(session, operation, { ...input }, member);
  for (const maxResults of [1, 3]) {
    const pieces = pages(session, operation, { ...input, maxResults }, member);
    if (pieces.join() !== whole.join())
      broken.push(`${operation} ${JSON.stringify(input)}: pages of ${maxResults} are not the whole`);
  }
  if (new Set(whole).size !== whole.length) broken.push(`${operation} ${JSON.stringify(input)} names something twice`);
  return whole;
}

function pages(session: Session, operation: string, input: { maxResults?: number }, member: string): string[] {
  const items: string[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < 1_000; page += 1) {
    const output = ask(session, operation, { ...input, nextToken });
    const found = output[member] as string[];
    if (input.maxResults !== undefined && found.length > input.maxResults) items.push("a page that is too long");
    items.push(...found);
    nextToken = output.nextToken as string | undefined;
    if (nextToken === undefined) return items;
  }
  return [...items, "a list without end"];
}

function compare(what: string, found: readonly string[], expected: readonly string[], broken: string[]): void {
  if ([...found].sort().join() !== [...expected].sort().join()) {
    broken.push(`${what} gives ${found.length}: ${found.join(" ")}; not ${expected.length}: ${expected.join(" ")}`);
  }
}

const familyOf = (task: Answer) => (task.taskDefinitionArn as string).split("/")[1]?.split(":")[0];

/** Every rule that a list of tasks breaks. */
export function brokenTaskLists(session: Session): string[] {
  const broken: string[] = [];
  for (const cluster of clustersOf(session)) {
    const all = describedTasks(session, cluster);
    const values = (of: (task: Answer) => unknown) => [...new Set(all.map(of))].filter((value) => value !== undefined);
    const filters: { input: object; keeps: (task: Answer) => boolean }[] = [
      { input: {}, keeps: () => true },
      ...[...values(familyOf), "hos", "many-"].map((family) => ({
        input: { family },
        keeps: (task: Answer) => familyOf(task) === family,
      })),
      ...["ci", "ci-2", "c"].map((startedBy) => ({
        input: { startedBy },
        keeps: (task: Answer) => task.startedBy === startedBy,
      })),
      ...["EC2", "FARGATE"].map((launchType) => ({
        input: { launchType },
        keeps: (task: Answer) => task.launchType === launchType,
      })),
      ...values((task) => task.containerInstanceArn).map((containerInstance) => ({
        input: { containerInstance },
        keeps: (task: Answer) => task.containerInstanceArn === containerInstance,
      })),
    ];
    const pairs = filters.slice(1).map((each, index) => {
      const other = filters[1 + ((index * 7 + 3) % (filters.length - 1))] ?? each;
      return {
        input: { ...each.input, ...other.input },
        keeps: (task: Answer) => each.keeps(task) && other.keeps(task),
      };
    });
    // Two values of one filter are one filter, the later one; startedBy stands alone.
    const sensible = pairs.filter(({ input }) => Object.keys(input).length === 2 && !("startedBy" in input));
    for (const { input, keeps } of [...filters, ...sensible]) {
      for (const desiredStatus of [undefined, "RUNNING", "STOPPED"]) {
        const asked = { cluster, ...input, desiredStatus };
        const expected = all.filter((task) => task.desiredStatus === (desiredStatus ?? "RUNNING") && keeps(task));
        const found = paged(session, "ListTasks", asked, "taskArns", broken);
        compare(
          `ListTasks ${JSON.stringify(asked)}`,
          found,
          expected.map(({ taskArn }) => taskArn as string),
          broken,
        );
      }
    }
  }
  return broken;
}

/** Every rule that another list breaks. */
export function brokenOtherLists(session: Session): string[] {
  const broken: string[] = [];
  compare("ListClusters", paged(session, "ListClusters", {}, "clusterArns", broken), clustersOf(session), broken);
  const definitions = [...session.tables.taskDefinitions.values()];
  const families = [...new Set(definitions.map(({ family }) => family))];
  for (const familyPrefix of [undefined, ...families, "hos", "no"]) {
    for (const status of ["ACTIVE", "INACTIVE"]) {
      const input = { familyPrefix, status };
      const expected = definitions.filter(
        (row) => row.status === status && (familyPrefix ?? row.family) === row.family,
      );
      const found = paged(session, "ListTaskDefinitions", input, "taskDefinitionArns", broken);
      compare(
        `ListTaskDefinitions ${JSON.stringify(input)}`,
        found,
        expected.map((row) => row.taskDefinitionArn),
        broken,
      );
      const backwards = pages(
        session,
        "ListTaskDefinitions",
        { ...input, sort: "DESC" } as object,
        "taskDefinitionArns",
      );
      if (backwards.reverse().join() !== found.join()) broken.push("ListTaskDefinitions: DESC is not ASC backwards");
    }
    for (const status of [undefined, "ALL", "ACTIVE", "INACTIVE"]) {
      const expected = families.filter((family) => {
        const isActive = definitions.some((row) => row.family === family && row.status === "ACTIVE");
        return (
          family.startsWith(familyPrefix ?? "") &&
          (status === undefined || status === "ALL" || isActive === (status === "ACTIVE"))
        );
      });
      const input = { familyPrefix, status };
      compare(
        `ListTaskDefinitionFamilies ${JSON.stringify(input)}`,
        paged(session, "ListTaskDefinitionFamilies", input, "families", broken),
        expected,
        broken,
      );
    }
  }
  for (const cluster of clustersOf(session)) broken.push(...brokenInstanceLists(session, cluster));
  return broken;
}

function brokenInstanceLists(session: Session, cluster: string): string[] {
  const broken: string[] = [];
  const rows = [...session.tables.containerInstances.values()].filter(({ spec }) => spec.clusterArn === cluster);
  const types = ["t3.small", "m5.large", "g4dn.xlarge"];
  const filters = [
    undefined,
    ...types.map((type) => `attribute:ecs.instance-type == ${type}`),
    "runningTasksCount > 0",
  ];
  for (const filter of filters) {
    for (const status of [undefined, "ACTIVE", "DRAINING", "INACTIVE"]) {
      const expected = rows.filter((row) => {
        const isAsked = status === undefined ? row.status !== "INACTIVE" : row.status === status;
        const isType =
          filter?.startsWith("attribute") !== true || row.attributes["ecs.instance-type"] === filter.split(" == ")[1];
        return isAsked && isType && (filter !== "runningTasksCount > 0" || row.runningTasksCount > 0);
      });
      const input = { cluster, filter, status };
      const found = paged(session, "ListContainerInstances", input, "containerInstanceArns", broken);
      compare(
        `ListContainerInstances ${JSON.stringify(input)}`,
        found,
        expected.map((row) => row.containerInstanceArn),
        broken,
      );
    }
  }
  return broken;
}
