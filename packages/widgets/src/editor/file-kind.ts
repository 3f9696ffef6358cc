/** What a tab of the editor holds, by the end of its name: a definition in JSON, or a script that only some command reads. */

/** Whether a file is meant to be JSON: it is checked, formatted, compared and registered. A shell script is not. */
export function isDefinitionFile(name: string): boolean {
  return !/\.(sh|txt)$/.test(name);
}
