/** Posters as text, byte for byte: each scenario at its liveliest moment, the home page's picture, and what holds for every lab. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gradeLab, loadLabs } from "@quayside/grader/content";
import { type Scenario, Session } from "@quayside/simulator";
import { drawPoster, harbourMoment, liveliestMoment, type PosterInput } from "@quayside/widgets/poster";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scenarios = readdirSync(`${root}/content/scenarios`).filter((name) => name.endsWith(".json"));
const labs = await loadLabs(root);

const posterOf = (moment: PosterInput["moment"], given: Partial<PosterInput> = {}): Promise<string> =>
  drawPoster({ moment, width: 720, height: 460, lang: "en", title: "A poster", colours: "page", ...given });

describe("a scenario's poster", () => {
  test.for(scenarios)("%s", async (name) => {
    const scenario = JSON.parse(readFileSync(`${root}/content/scenarios/${name}`, "utf8")) as Scenario;
    const session = Session.start({ seed: 1, scenario });
    session.stepUntilQuiet();
    const poster = await posterOf(liveliestMoment(session.journal, session.nowMs));
    await expect(`${poster}\n`).toMatchFileSnapshot(`posters/${name.replace(".json", ".svg")}`);
  });
});

describe("the home page's poster", () => {
  const moment = harbourMoment();

  test("as a file that follows the system's theme", async () => {
    await expect(`${await posterOf(moment, { colours: "file" })}\n`).toMatchFileSnapshot("posters/harbour.svg");
  });

  test("in plain colours and in Vietnamese, for programs that know no style sheets", async () => {
    const poster = await posterOf(moment, { colours: "dark", lang: "vi", width: 400, height: 354 });
    await expect(`${poster}\n`).toMatchFileSnapshot("posters/harbour-dark-vi.svg");
  });
});

describe("the poster of a lab", () => {
  test.for(labs)("$lab.id shows a task and is whole", async (whole) => {
    const { session } = gradeLab(whole, whole.answers.solution).attempt;
    const moment = liveliestMoment(session.journal, session.nowMs);
    const poster = await posterOf(moment);
    // A task says its status, cut where there is little room; on a crowded instance it says its id.
    const ids = [...session.tables.tasks.values()].flatMap(({ spec }) => [
      spec.taskId.slice(0, 3),
      spec.taskDefinitionArn.slice(spec.taskDefinitionArn.lastIndexOf("/") + 1),
    ]);
    expect(poster).toMatch(new RegExp(["RUNN", "PEND", "PROV", ...ids].join("|")));
    expect(poster).not.toMatch(/NaN|undefined|var\(--c\)|class=|style=/);
    expect(poster.length).toBeLessThan(40_000);
    expect(await posterOf(moment)).toBe(poster);
  });
});
