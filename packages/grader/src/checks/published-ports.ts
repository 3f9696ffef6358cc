/** Conditions about ports of machines that containers have published, in bridge and host mode. */
import type { CheckView, Condition } from "../condition.ts";
import { noTaskYet, type TaskMatch, taskArnOf, tasksMatching } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

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
    const observed = say("portsTogether", ports.join(", "));
    return ports.length >= count ? passed(observed, [seq]) : failed(observed, [seq]);
  };
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
