/** Lists of members that a launch type refuses, and how to find them in a definition. */
import type { Container, Definition } from "../definition.ts";
import { isGiven, type Path } from "../rule.ts";

/** Members by where they stand in a definition. */
export interface MemberList {
  readonly task: readonly (keyof Definition & string)[];
  readonly container: readonly (keyof Container & string)[];
  readonly linuxParameters: readonly (keyof NonNullable<Container["linuxParameters"]> & string)[];
  readonly volume: readonly (keyof NonNullable<Definition["volumes"]>[number] & string)[];
}

/** The members of a list that the definition has. */
export function* membersGiven(definition: Definition, list: MemberList): Iterable<{ member: string; path: Path }> {
  for (const member of list.task) if (isGiven(definition[member])) yield { member, path: [member] };
  for (const [index, container] of definition.containerDefinitions.entries()) {
    const path: Path = ["containerDefinitions", index];
    for (const member of list.container) if (isGiven(container[member])) yield { member, path: [...path, member] };
    for (const member of list.linuxParameters) {
      if (isGiven(container.linuxParameters?.[member])) yield { member, path: [...path, "linuxParameters", member] };
    }
  }
  for (const [index, volume] of (definition.volumes ?? []).entries()) {
    for (const member of list.volume) if (isGiven(volume[member])) yield { member, path: ["volumes", index, member] };
  }
}
