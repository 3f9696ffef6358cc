/** Conditions about the private addresses of a subnet: how many were left, and which came back from a task that is over. */
import type { Condition } from "../condition.ts";
import { nameOf, noTaskYet, type TaskRow, tasksMatching, titleOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Which subnet a check means. */
export interface SubnetMatch {
  readonly subnetId: string;
}

/** Passes when the subnet had exactly so many free addresses at some moment. */
export function addressesLeft({ subnetId, count }: SubnetMatch & { readonly count: number }): Condition {
  return (view) => {
    const story = view.history.story("subnets", subnetId);
    const found = story?.versions.find(({ row }) => row.availableIpAddressCount === count);
    const shown = found ?? story?.latest;
    if (shown === undefined) {
      return failed(say("noSubnet", subnetId));
    }
    const { name, cidrBlock, availableIpAddressCount: free } = shown.row;
    const observed = say("freeAddresses", name, cidrBlock, free);
    return found === undefined ? failed(observed, [shown.seq]) : passed(observed, [shown.seq]);
  };
}

/** Passes when a task got a private address of the subnet that another task had had before. */
export function addressReused(match: SubnetMatch): Condition {
  return (view) => {
    const owners = new Map<string, TaskRow>();
    for (const { row, seq, address } of addressesTaken(tasksMatching(view, match))) {
      const before = owners.get(address);
      if (before !== undefined) {
        return passed(say("addressReused", titleOf(row), address, nameOf(before)), [seq]);
      }
      owners.set(address, row);
    }
    if (owners.size === 0) return failed(noTaskYet(match));
    return failed(say("addressesTaken", owners.size));
  };
}

/** The moments at which these tasks got their addresses, oldest first. */
function addressesTaken(stories: ReturnType<typeof tasksMatching>) {
  const moments = stories.flatMap(({ versions }) => {
    const first = versions.find(({ row }) => row.networkInterface !== undefined);
    const address = first?.row.networkInterface?.privateIpv4Address;
    return first === undefined || address === undefined ? [] : [{ row: first.row, seq: first.seq, address }];
  });
  return moments.sort((a, b) => a.seq - b.seq);
}
