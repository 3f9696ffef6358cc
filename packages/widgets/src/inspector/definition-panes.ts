/** The tabs of a task definition as the ECS console groups them: containers, task placement, volumes, tags. */
import type { RegisteredContainerDefinition, TaskDefinitionRow } from "@quayside/simulator";
import { type FactGroup, fact, type Pane, tagFacts } from "./fact.ts";
import type { TabName } from "./tabs.ts";
import type { InspectorTexts } from "./texts/index.ts";
import { mountFacts, volumeGroups } from "./volume-facts.ts";

/** What stands above the tabs, as the console's overview. */
export function definitionOverview({ definition, status }: TaskDefinitionRow, t: InspectorTexts): FactGroup {
  return {
    title: t.overview,
    facts: [
      { name: "status", value: status },
      { name: "cpu / memory", value: `${definition.cpu ?? "–"} / ${definition.memory ?? "–"}` },
      ...fact("networkMode", definition.networkMode),
      ...fact("compatibilities", definition.compatibilities.join(", ")),
      ...fact("executionRoleArn", definition.executionRoleArn),
      ...fact("taskRoleArn", definition.taskRoleArn),
    ],
  };
}

/** What a tab shows; undefined for JSON. */
export function definitionPane(
  { definition, tags }: TaskDefinitionRow,
  tab: TabName,
  t: InspectorTexts,
): Pane | undefined {
  switch (tab) {
    case "containers":
      return { groups: definition.containerDefinitions.map(containerGroup) };
    case "placement": {
      const rules = (definition.placementConstraints ?? []) as readonly { type?: string; expression?: string }[];
      const facts = rules.map(({ type = "", expression = "" }) => ({ name: type, value: expression }));
      const needed = definition.requiresAttributes.map(({ name }) => ({ name: "attribute", value: name }));
      const groups = [
        ...(facts.length > 0 ? [{ title: t.constraints, facts }] : []),
        ...(needed.length > 0 ? [{ title: t.attributes, facts: needed }] : []),
      ];
      return facts.length > 0 ? { groups } : { groups, note: t.noConstraints };
    }
    case "volumes": {
      const groups = volumeGroups(definition, t);
      return groups.length === 0 ? { note: t.noVolumes } : { groups };
    }
    case "tags":
      return tags.length === 0 ? { note: t.noTags } : { groups: [{ title: t.tabs.tags, facts: tagFacts(tags) }] };
    default:
      return undefined;
  }
}

function containerGroup(container: RegisteredContainerDefinition): FactGroup {
  const { name, image, cpu, essential, command, dependsOn, healthCheck, logConfiguration, restartPolicy } = container;
  return {
    title: name,
    facts: [
      { name: "image", value: image },
      { name: "essential", value: String(essential) },
      ...fact("cpu", cpu === 0 ? undefined : cpu),
      ...fact("memory", container.memory),
      ...fact("memoryReservation", container.memoryReservation),
      ...fact(
        "portMappings",
        container.portMappings?.map((port) => `${port.containerPort}/${port.protocol ?? "tcp"}`).join(", "),
      ),
      ...fact("entryPoint", container.entryPoint?.join(" ")),
      ...fact("command", command?.join(" ")),
      ...fact("environment", container.environment?.map((each) => `${each.name}=${each.value}`).join("\n")),
      ...fact("secrets", container.secrets?.map((each) => `${each.name} ← ${each.valueFrom}`).join("\n")),
      ...fact("dependsOn", dependsOn?.map((each) => `${each.containerName}: ${each.condition}`).join(", ")),
      ...fact("healthCheck", healthCheck?.command.join(" ")),
      ...fact("restartPolicy", restartPolicy),
      ...fact("logConfiguration", logConfiguration),
      ...mountFacts(container),
    ],
  };
}
