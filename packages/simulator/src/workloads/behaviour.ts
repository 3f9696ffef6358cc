/** What a particular container will do: the image's behaviour, or the command that it was given. */
import type { ContainerOverride } from "../model/ecs.ts";
import type { Behaviour, ImageBuild } from "../model/registry.ts";
import type { ContainerDefinition } from "../model/task-definition.ts";
import { valuesOf } from "./environment.ts";
import { readShellCommand, usesFiles } from "./shell.ts";

/** How a process ends on SIGTERM when an init process passes the signal on. */
const WITH_INIT = { stopsWithinMs: 100, stopExitCode: 143 } as const;

const STEP_BY_STEP = { runsForMs: undefined } as const;

/** How long a program takes to see that a variable is missing. Ours. */
const GIVES_UP_AFTER_MS = 1_500;

/** Decides what the container will do. A command given to RunTask wins over the definition's. */
export function behaviourOf(
  image: ImageBuild,
  container: ContainerDefinition,
  override: ContainerOverride | undefined,
): Behaviour {
  const { needsVariables = [] } = image.behaviour;
  if (needsVariables.length > 0) {
    const values = valuesOf(container, override);
    if (!needsVariables.every((name) => values[name] !== undefined))
      return { runsForMs: GIVES_UP_AFTER_MS, exitCode: 1 };
  }
  if (image.behaviour.runsCommand !== true) return image.behaviour;
  const linuxParameters = container.linuxParameters as { initProcessEnabled?: boolean } | undefined;
  const command = commandOf(container, override);
  // What becomes of a program that uses files is decided while it runs.
  const run = usesFiles(command) ? STEP_BY_STEP : readShellCommand(command, valuesOf(container, override));
  return { ...image.behaviour, ...(linuxParameters?.initProcessEnabled === true ? WITH_INIT : {}), ...run };
}

/** Entry point and command together, as the process gets them; empty when the definition says nothing. */
export function commandOf(container: ContainerDefinition, override: ContainerOverride | undefined): readonly string[] {
  const command = override?.command ?? container.command ?? [];
  return container.entryPoint === undefined ? command : [...container.entryPoint, ...command];
}
