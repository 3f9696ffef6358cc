/**
 * `--generate-cli-skeleton`: the input of an operation with nothing in it, or a sample of its output. Where the AWS
 * CLI picks one of an enum's values by chance, the first one stands here, so that the same command prints the same.
 */
import type { Shape } from "../model.ts";

function sample(shape: Shape, name: string, named: boolean, above: readonly string[]): unknown {
  switch (shape.type) {
    case "structure": {
      if (above.includes(shape.name)) return {};
      const path = [...above, shape.name];
      return Object.fromEntries([...shape.members].map(([key, member]) => [key, sample(member, key, named, path)]));
    }
    case "list": {
      const element = shape.element as Shape;
      return [sample(element, named ? element.name : "", named, above)];
    }
    case "map":
      return { KeyName: sample(shape.element as Shape, "", named, above) };
    case "string":
      return named ? name : (shape.enum?.[0] ?? "");
    case "boolean":
      return true;
    case "timestamp":
      return "1970-01-01T00:00:00";
    default:
      return 0;
  }
}

/** An input to fill in. */
export function inputSkeleton(shape: Shape): unknown {
  return sample(shape, "", false, []);
}

/** A sample output: every text is the name of its member. */
export function outputSkeleton(shape: Shape): unknown {
  return sample(shape, "", true, []);
}
