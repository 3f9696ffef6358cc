/** Values that a later step fills in (a deploy action, envsubst, a template): noticed, and never judged. */

const PLACEHOLDER = /\$\{[^}]+\}|\{\{[^}]+\}\}|#\{[^}]+\}#?|<[A-Za-z_][\w.-]*>/;

/** True when a text holds `${VAR}`, `{{ var }}`, `#{VAR}#` or `<IMAGE1_NAME>`. */
export function holdsPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
