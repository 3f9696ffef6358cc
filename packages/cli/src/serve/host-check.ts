/**
 * Who may talk to the server. A web page can point a name of its own at 127.0.0.1 and then call the server as if it
 * were its own (DNS rebinding), and any page can post a form to it. So only names that nobody else can own are
 * accepted as Host, and a request that a browser sends for another site is refused: one that changes something by its
 * Origin, any other by Sec-Fetch-Site. There is no CORS on purpose.
 */
import { isIP } from "node:net";

/** The name of a Host header without its port; undefined when it is no host. */
function hostName(header: string): string | undefined {
  const match = /^(\[[0-9a-fA-F:.]+\]|[^:/\s]+)(?::\d+)?$/.exec(header);
  return match?.[1]?.replace(/^\[|\]$/g, "").toLowerCase();
}

/** What the check looks at. */
export interface CallerHeaders {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** What a browser says of the page that asks: cross-site, same-site, same-origin, or none for an address that was typed. */
  readonly fetchSite: string | undefined;
}

const OTHER_SITES = "Web pages of other sites may not call this server.";

/**
 * Why a request is refused, or undefined when it is welcome.
 * @param allowed names that the user vouches for, lower case
 */
export function refuseCaller(
  { host, origin, fetchSite }: CallerHeaders,
  allowed: ReadonlySet<string>,
): string | undefined {
  const name = host === undefined ? undefined : hostName(host);
  if (name === undefined) return "The Host header is missing or is not a host.";
  const own = isIP(name) !== 0 || name === "localhost" || name.endsWith(".localhost") || allowed.has(name);
  if (!own) return `This server does not answer to the name ${name}. Start it with --allow-host ${name} if it should.`;
  if (origin !== undefined && origin !== `http://${host}`) return OTHER_SITES;
  // Another port of this machine is the same site, and somebody else's page all the same.
  return fetchSite === undefined || fetchSite === "same-origin" || fetchSite === "none" ? undefined : OTHER_SITES;
}
