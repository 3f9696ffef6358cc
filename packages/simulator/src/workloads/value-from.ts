/**
 * Reads `valueFrom`: a Secrets Manager ARN, with or without the four colons for JSON key, version stage and version id,
 * or else the name or ARN of a parameter. Source: Developer Guide, "Pass Secrets Manager secrets through Amazon ECS
 * environment variables" and "Pass Systems Manager parameters ..." (checked 2026-11-21).
 */
import { arn } from "../kernel/ids.ts";
import { ACCOUNT_ID } from "../model/place.ts";

export type ValueFrom =
  | {
      readonly kind: "secret";
      /** Of the secret alone. */
      readonly secretArn: string;
      readonly jsonKey?: string;
      readonly stage?: string;
      readonly versionId?: string;
    }
  | {
      readonly kind: "parameter";
      readonly parameterArn: string;
      /** As Parameter Store knows it: a name with slashes begins with one. */
      readonly name: string;
      readonly asWritten: string;
    }
  /** Looks like a secret's ARN, but has too few or too many colons. */
  | { readonly kind: "malformed"; readonly asWritten: string };

const SECRET_ARN = /^arn:aws[a-z-]*:secretsmanager:/;
/** Parts of a secret's ARN, and with JSON key, stage and id behind it. */
const WHOLE = 7;
const WITH_KEY = 10;

/** Any text gives a result; whether such a secret or parameter exists is seen when it is read. */
export function readValueFrom(valueFrom: string, region: string): ValueFrom {
  if (!SECRET_ARN.test(valueFrom)) return readParameter(valueFrom, region);
  const parts = valueFrom.split(":");
  if (parts.length !== WHOLE && parts.length !== WITH_KEY) return { kind: "malformed", asWritten: valueFrom };
  const [jsonKey = "", stage = "", versionId = ""] = parts.slice(WHOLE);
  return {
    kind: "secret",
    secretArn: parts.slice(0, WHOLE).join(":"),
    ...(jsonKey !== "" && { jsonKey }),
    ...(stage !== "" && { stage }),
    ...(versionId !== "" && { versionId }),
  };
}

/** The ARN of `/shop/level` ends in `parameter/shop/level`, that of `level` in `parameter/level`. */
function readParameter(valueFrom: string, region: string): ValueFrom {
  if (valueFrom.startsWith("arn:")) {
    const path = valueFrom.slice(valueFrom.lastIndexOf(":") + 1).replace(/^parameter\//, "");
    const name = path.includes("/") ? `/${path}` : path;
    return { kind: "parameter", parameterArn: valueFrom, name, asWritten: valueFrom };
  }
  const resource = `parameter/${valueFrom.replace(/^\//, "")}`;
  const parameterArn = arn({ service: "ssm", region, account: ACCOUNT_ID, resource });
  return { kind: "parameter", parameterArn, name: valueFrom, asWritten: valueFrom };
}
