/** Images that `--image` declares. What a file may say is tested with the command. */
import { expect, test } from "vitest";
import { Worlds } from "./worlds.ts";

test("images that are declared are there in every Region, and after every reset", () => {
  const input = { image: "quay.io/acme/api:1.4", behavesLike: "nginx" };
  const images = [{ service: "quayside", operation: "DeclareImage", input }] as const;
  const worlds = new Worlds({ seed: 1, scenario: undefined, images }, { kind: "manual" });
  const isThere = (region = worlds.own) => worlds.in(region).session.tables.images.has("quay.io/acme/api");
  expect([isThere(), isThere("eu-west-1")]).toEqual([true, true]);
  worlds.reset({ seed: 2 });
  expect([isThere(), isThere("eu-west-1")]).toEqual([true, true]);
  worlds.reset({ scenario: { id: "other", title: "", commands: [] } });
  expect(isThere()).toBe(true);
});
