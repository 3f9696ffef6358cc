/** The page of the site that explains a rule. */

/** Where `npm start` serves the site; `site` of a configuration says where it really is. */
const HERE = "http://localhost:4321";

/** Its address. */
export function rulePage(ruleId: string, site: string = HERE): string {
  return `${site}/en/rules/${ruleId}/`;
}
