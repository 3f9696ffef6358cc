/** Paths to places and back. */
import { describe, expect, test } from "vitest";
import { pathAt, pathText, placeOf } from "./locate.ts";
import { parseJson } from "./parse-json.ts";

const text = `{
  "family": "web",
  "containerDefinitions": [
    { "name": "nginx", "portMappings": [{ "containerPort": 80 }] },
    { "image": "busybox" }
  ]
}`;
const { root } = parseJson(text);
const shown = (path: (string | number)[]): string | undefined => {
  const place = placeOf(root, path);
  return place === undefined ? undefined : text.slice(place.start, place.end);
};

describe("placeOf", () => {
  test("points at a short value", () => {
    expect(shown(["family"])).toBe('"web"');
    expect(shown(["containerDefinitions", 0, "portMappings", 0, "containerPort"])).toBe("80");
  });

  test("points at the key of an object or list, or its bracket when it has none", () => {
    expect(shown(["containerDefinitions"])).toBe('"containerDefinitions"');
    expect(shown(["containerDefinitions", 1])).toBe("{");
    expect(shown([])).toBe("{");
  });

  test("points at the container of a field that is missing", () => {
    const place = placeOf(root, ["containerDefinitions", 1, "name"]);
    expect(place?.start).toBe(text.indexOf('{ "image"'));
    expect(shown(["volumes", 0, "name"])).toBe("{");
  });

  test("takes list indexes given as text, as in a JSON pointer", () => {
    expect(shown(["containerDefinitions", "0", "name"])).toBe('"nginx"');
  });

  test("has no place without a value", () => {
    expect(placeOf(parseJson("").root, ["family"])).toBeUndefined();
  });

  test("takes the last of two equal keys, as JSON.parse does", () => {
    const twice = '{"a": 1, "a": 2}';
    const place = placeOf(parseJson(twice).root, ["a"]);
    expect(twice.slice(place?.start, place?.end)).toBe("2");
  });

  test("is not fooled by names of Object.prototype", () => {
    expect(placeOf(parseJson("{}").root, ["__proto__", "constructor"])).toEqual({ start: 0, end: 1 });
  });
});

describe("pathAt", () => {
  test.each([
    ["nginx", "containerDefinitions[0].name"],
    ["containerPort", "containerDefinitions[0].portMappings[0].containerPort"],
    ["busybox", "containerDefinitions[1].image"],
    ['amily"', "family"],
  ])("inside %s", (word, path) => {
    expect(pathText(pathAt(root, text.indexOf(word) + 1))).toBe(path);
  });

  test("is empty outside of every value", () => {
    expect(pathAt(root, 1)).toEqual([]);
    expect(pathAt(undefined, 0)).toEqual([]);
  });
});

test("pathText quotes keys that are no plain words", () => {
  expect(pathText(["options", "awslogs-group", "a.b", 0])).toBe('options.awslogs-group["a.b"][0]');
});
