/** Values that a later step fills in (a deploy action, envsubst, a template): noticed, and never judged. */

/** `${VAR}`, `$VAR`, `$(VAR)`, `%VAR%`, `{{ var }}`, `#{VAR}#`, `<IMAGE1_NAME>`, `<+pipeline.variable>`, `<%= var %>`, `((var))`, `__VAR__`, `@VAR@`. */
const FORMS = [
  /\$\{[^}]+\}/,
  /\$[A-Za-z_]\w*/,
  /\$\([\w.-]+\)/,
  /%[A-Za-z_]\w*%/,
  /\{\{[^}]+\}\}/,
  /#\{[^}]+\}#?/,
  /<[A-Za-z_][\w. -]*>/,
  /<\+[^<>\n]+>/,
  /<%[^<>\n]+%>/,
  /\(\([\w./-]+\)\)/,
  /__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__/,
  /@[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*@/,
] as const;

/** An account that nobody wrote down yet: `XXXXXXXXXXXX.dkr.ecr...`. */
const NO_ACCOUNT = /(?<![A-Za-z])[Xx]{4,}(?=\.dkr\.ecr\.)/;
/** `arn:aws:iam::aws_account_id:role/app`: an account is a number, but for `aws` itself. */
const NAMED_ACCOUNT = /^arn:[^:]*:[^:]*:[^:]*:(?!aws:)\w*[A-Za-z_]\w*:/;

const PLACEHOLDER = new RegExp([...FORMS, NO_ACCOUNT, NAMED_ACCOUNT].map(({ source }) => source).join("|"));

/** True when a text holds a placeholder of a template, or an account that is no number. */
export function holdsPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
