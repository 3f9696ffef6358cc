/**
 * Which official image of Docker Hub a misspelt one is meant to be. Knows the names that people use most, not all of them; of an image
 * in somebody's own repository it says nothing.
 */
import { closest } from "./json/closest.ts";

/** Docker Hub's own, by the number of pulls (hub.docker.com, checked 2026-11-29). */
const OFFICIAL = [
  ...[
    "alpine",
    "busybox",
    "ubuntu",
    "debian",
    "fedora",
    "amazonlinux",
    "nginx",
    "httpd",
    "haproxy",
    "traefik",
    "caddy",
  ],
  ...["redis", "memcached", "postgres", "mysql", "mariadb", "mongo", "rabbitmq", "elasticsearch", "influxdb", "node"],
  ...[
    "python",
    "golang",
    "openjdk",
    "eclipse-temurin",
    "ruby",
    "php",
    "rust",
    "tomcat",
    "wordpress",
    "consul",
    "vault",
  ],
];
const TAGS = ["latest", "alpine", "stable", "mainline"];
/** Docker Hub's library under its names, a repository in it, and a tag. */
const IMAGE = /^((?:docker\.io\/library\/|public\.ecr\.aws\/docker\/library\/)?)([a-z-]+)(?::([^@]+))?$/;

/** The image that was meant; undefined when nothing is known to be wrong with the one that is written. */
export function meantImage(image: string): string | undefined {
  const [, registry = "", name = "", tag] = IMAGE.exec(image) ?? [];
  // Of a short name every other short name is a neighbour.
  const known = OFFICIAL.includes(name) ? name : name.length < 5 ? undefined : closest(name, OFFICIAL);
  if (known === undefined) return undefined;
  const meantTag = tag !== undefined && /^[a-z]+$/.test(tag) && !TAGS.includes(tag) ? closest(tag, TAGS) : undefined;
  if (known === name && meantTag === undefined) return undefined;
  const rest = meantTag ?? tag;
  return `${registry}${known}${rest === undefined ? "" : `:${rest}`}`;
}
