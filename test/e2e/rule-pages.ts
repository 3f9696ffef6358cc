/** The pages of the linter's rules are one view: some of them stand for all where a test opens every page of the site. */

/** A rule of each kind of text: AWS's words, ours, a long example, a note, a fault of JSON. */
const SAMPLES = ["fargate-network", "plain-secret", "size", "fargate-firelens-s3", "deploy-action", "json-too-deep"];

/** False for the page of a rule that another one stands for. */
export function standsForItself(file: string): boolean {
  const id = /(?:^|\/)rules\/([^/]+)\//.exec(file.replaceAll("\\", "/"))?.[1];
  return id === undefined || SAMPLES.includes(id);
}
