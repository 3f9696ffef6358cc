/** Conditions about who reaches whom: connections that the learner tested, and ports that containers published. */
import type { CheckView, Condition } from "../lab.ts";
import { type Text, text } from "../text.ts";
import { noTaskYet, type TaskMatch, taskArnOf, tasksMatching } from "./tasks.ts";
import { failed, passed } from "./verdict.ts";

/** Which tests of a connection a check means. What is left out does not matter. */
export interface ConnectionMatch {
  /** Who called: a task that fits, or a machine. */
  readonly caller?: TaskMatch | "instance";
  /** What the learner called, as it was typed: `localhost`, `internet`. */
  readonly to?: string;
  readonly port?: number;
  /** Whether the packet arrived and was answered. */
  readonly reaches: boolean;
  /** What one of the hops did or refused, as the journal names it: `same-task`, `no-rule`, `published`. */
  readonly why?: string;
  /** Name of the container that answered. */
  readonly answeredBy?: string;
}

/** What a record CONNECTION_TESTED holds. */
interface Tested {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly reaches: boolean;
  readonly sentence: string;
  readonly hops: readonly { readonly why: string; readonly id?: string }[];
}

/** Passes when such a connection was tested, with this result. */
export function connectionTested(match: ConnectionMatch): Condition {
  return (view) => {
    let other: { readonly seq: number; readonly facts: Tested } | undefined;
    for (const { seq, kind, subject, facts: data } of view.journal) {
      if (kind !== "CONNECTION_TESTED") continue;
      const facts = data as Tested;
      if (fits(view, facts, subject, match)) return passed(resultOf(facts), [seq]);
      other = { seq, facts };
    }
    if (other === undefined) return failed(text("No connection was tested yet.", "Chưa thử kết nối nào."));
    return failed(resultOf(other.facts), [other.seq]);
  };
}

/** Passes when containers of tasks that fit had published so many different ports of one machine at the same time. */
export function portsPublished(match: TaskMatch & { readonly container?: string; readonly count: number }): Condition {
  return (view) => {
    let most: { readonly ports: readonly number[]; readonly seq: number } = { ports: [], seq: -1 };
    const held = new Map<string, { readonly machine: string; readonly ports: readonly number[] }>();
    for (const { seq, machine, containerArn, ports } of publications(view, match)) {
      if (ports.length === 0) held.delete(containerArn);
      else held.set(containerArn, { machine, ports });
      const together = [...held.values()].flatMap((row) => (row.machine === machine ? row.ports : []));
      const all = [...new Set(together)].sort((a, b) => a - b);
      if (all.length > most.ports.length) most = { ports: all, seq };
    }
    const { ports, seq } = most;
    const { count } = match;
    if (ports.length === 0) return failed(noTaskYet(match));
    const observed = text(
      `Ports published on one machine at the same time: ${ports.join(", ")}.`,
      `Các cổng được publish cùng lúc trên một máy: ${ports.join(", ")}.`,
    );
    return ports.length >= count ? passed(observed, [seq]) : failed(observed, [seq]);
  };
}

function fits(view: CheckView, facts: Tested, subject: string, match: ConnectionMatch): boolean {
  const { caller, to, port, reaches, why, answeredBy } = match;
  if (facts.reaches !== reaches || (to !== undefined && facts.to !== to)) return false;
  if (port !== undefined && facts.port !== port) return false;
  if (why !== undefined && !facts.hops.some((hop) => hop.why === why)) return false;
  if (answeredBy !== undefined && nameOfContainer(view, facts.hops.at(-1)?.id) !== answeredBy) return false;
  if (caller === undefined) return true;
  // A record about a call from the internet is filed under the one who was called.
  if (facts.from === "internet") return false;
  if (caller === "instance") return view.history.story("ec2Instances", subject) !== undefined;
  return tasksMatching(view, caller).some(({ key }) => key === subject);
}

function nameOfContainer(view: CheckView, key: string | undefined): string | undefined {
  return key === undefined ? undefined : view.history.story("containers", key)?.latest.row.name;
}

function resultOf({ from, to, port, reaches, sentence }: Tested): Text {
  return text(
    `${from} ${reaches ? "reaches" : "does not reach"} ${to} on port ${port}. ${sentence}`,
    `${from} ${reaches ? "tới được" : "không tới được"} ${to} ở cổng ${port}. ${sentence}`,
  );
}

/** Every moment at which a container published its ports or gave them back, oldest first. */
function publications(view: CheckView, match: TaskMatch & { readonly container?: string }) {
  const ofTask = view.history.grouped("containers", taskArnOf);
  const moments = tasksMatching(view, match).flatMap(({ key, latest }) =>
    (ofTask.get(key) ?? []).flatMap(({ key: containerArn, versions }) => {
      const machine = latest.row.spec.placed?.containerInstanceArn;
      const [first] = versions;
      if (machine === undefined || (match.container !== undefined && first?.row.name !== match.container)) return [];
      const open = versions.find(({ row }) => (row.networkBindings ?? []).length > 0);
      if (open === undefined) return [];
      const ports = (open.row.networkBindings ?? []).map(({ hostPort }) => hostPort);
      const closed = versions.find(({ row }) => row.phase === "STOPPED");
      return [
        { seq: open.seq, machine, containerArn, ports },
        ...(closed === undefined ? [] : [{ seq: closed.seq, machine, containerArn, ports: [] }]),
      ];
    }),
  );
  return moments.sort((a, b) => a.seq - b.seq);
}
