/**
 * Rows of AWS Secrets Manager and of Systems Manager Parameter Store. Ours: no row holds a value, so that none can be
 * shown; a version says what kind of text it is, which is all that a start depends on.
 */

/** What a secret's text is like. */
export type SecretContent =
  | { readonly format: "json"; readonly keys: readonly string[] }
  /** Plain text; JSON readers stumble over its first character. */
  | { readonly format: "text"; readonly firstCharacter: string };

export interface SecretVersion {
  readonly versionId: string;
  /** `AWSCURRENT`, `AWSPREVIOUS`. */
  readonly stages: readonly string[];
  readonly content: SecretContent;
  /** Host of the image registry that takes this user name and password. */
  readonly opensRegistry?: string;
}

export interface SecretRow {
  /** With the six random characters behind the name. */
  readonly secretArn: string;
  readonly name: string;
  readonly description: string;
  readonly versions: readonly SecretVersion[];
  /** Of the customer's, where one encrypts it; absent: AWS's own, which asks for no right. */
  readonly kmsKeyArn?: string;
}

export interface ParameterRow {
  readonly parameterArn: string;
  /** As Parameter Store knows it: `/shop/log-level`. */
  readonly name: string;
  readonly type: "String" | "SecureString";
  readonly description: string;
  /** As of a secret; only of a SecureString. */
  readonly kmsKeyArn?: string;
}
