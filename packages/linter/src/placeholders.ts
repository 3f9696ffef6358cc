/** Values that a later step fills in (a deploy action, envsubst, a template): noticed, and never judged. */

const PLACEHOLDER = /\$\{[^}]+\}|\{\{[^}]+\}\}|#\{[^}]+\}#?|<[A-Za-z_][\w. -]*>|(?<![A-Za-z])[Xx]{4,}(?![A-Za-z])/;

/** `arn:aws:iam::aws_account_id:role/app`: an account is a number, but for `aws` itself. */
const NAMED_ACCOUNT = /^arn:[^:]*:[^:]*:[^:]*:(?!aws:)\w*[A-Za-z_]\w*:/;

/** True when a text holds `${VAR}`, `{{ var }}`, `#{VAR}#`, `<IMAGE1_NAME>`, or a number of `XXXXXXXXXXXX`. */
export function holdsPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text) || NAMED_ACCOUNT.test(text);
}
