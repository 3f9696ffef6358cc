/** Texts by language: English is at hand, another language when it was fetched, once, for every part that has come. */
import { expect, test, vi } from "vitest";
import { arriving, byLanguage, labsArriving, textsOf } from "./by-language.ts";

test("speaks English until the language has arrived, and for languages that nobody wrote", async () => {
  const texts = byLanguage("tide", { xa: async () => "thủy triều" });
  expect(texts("xa-VN")).toBe("tide");
  await arriving("xa-VN");
  expect([texts("xa"), texts("XA-VN"), texts("en"), texts("fr")]).toEqual(["thủy triều", "thủy triều", "tide", "tide"]);
  expect(arriving("xa")).toBeUndefined();
  expect(arriving("fr")).toBeUndefined();
});

test("fetches a language once, also for a part that comes later", async () => {
  const load = vi.fn(async () => "bến");
  const first = byLanguage("quay", { xb: load });
  await Promise.all([arriving("xb"), arriving("xb")]);
  const later = byLanguage("ship", { xb: async () => "tàu" });
  await arriving("xb");
  expect([first("xb"), later("xb"), load.mock.calls.length]).toEqual(["bến", "tàu", 1]);
});

test("a language that cannot be fetched leaves the part in English, and is tried again", async () => {
  const silent = vi.spyOn(console, "error").mockImplementation(() => {});
  let online = false;
  const texts = byLanguage("port", { xc: async () => (online ? "cảng" : Promise.reject(new Error("offline"))) });
  await arriving("xc");
  expect([texts("xc"), silent.mock.calls.length]).toEqual(["port", 1]);
  online = true;
  await arriving("xc");
  expect(texts("xc")).toBe("cảng");
  silent.mockRestore();
});

test("what labs say comes when it is asked for, each language alone, English for those that nobody wrote", async () => {
  const load = { en: vi.fn(async () => "mooring"), vi: vi.fn(async () => "neo đậu") };
  const texts = textsOf(load);
  await arriving("vi");
  expect(texts("vi")).toBeUndefined();
  await labsArriving("vi-VN");
  expect([texts("vi"), texts("en"), load.en.mock.calls.length]).toEqual(["neo đậu", undefined, 0]);
  await labsArriving("fr");
  expect([texts("fr"), texts("en"), texts("toString")]).toEqual(["mooring", "mooring", "mooring"]);
  expect(labsArriving("vi")).toBeUndefined();
});
