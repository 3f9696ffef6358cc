/** Conditions about clusters. */
import type { Condition } from "../condition.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Passes when a cluster was created: this one, or any. One that was deleted later still counts. */
export function clusterCreated(options: { readonly name?: string } = {}): Condition {
  return (view) => {
    const stories = view.history.stories("clusters");
    const found = stories.find(({ latest }) => options.name === undefined || latest.row.clusterName === options.name);
    if (found !== undefined) {
      const { clusterName } = found.latest.row;
      const evidence = [found.versions[0]?.seq ?? found.latest.seq];
      return passed(say("clusterCreated", clusterName), evidence);
    }
    if (stories.length === 0) return failed(say("noCluster"));
    const names = stories.map(({ latest }) => latest.row.clusterName).join(", ");
    return failed(
      say("noClusterNamed", options.name ?? "", names),
      stories.map((story) => story.latest.seq),
    );
  };
}
