/** The home page's story on the real engine: what it tells, in which order, and that it is the same each time. */
import { Replay, Session } from "@quayside/simulator";
import { describe, expect, it } from "vitest";
import { filmStory } from "./film.ts";
import { aliveOf, aliveOn, ENDS_ITSELF_MS, FROM_MS, noteAt, Story, type StoryNote, WANTED } from "./story.ts";

const begin = (): Story => new Story({ start: Session.start, endsItselfMs: ENDS_ITSELF_MS });
const ids = (story: Story): string[] => [...story.tables.ec2Instances.keys()];
const kinds = ({ notes }: { notes: readonly StoryNote[] }): string[] => notes.map(({ kind }) => kind);

/** Goes on until something of this kind is told. */
function until(story: Story, kind: StoryNote["kind"]): StoryNote {
  const from = story.notes.length;
  for (let second = 0; second < 600; second += 1) {
    story.goTo(story.atMs + 1_000);
    const told = story.notes.slice(from).find((note) => note.kind === kind);
    if (told !== undefined) return told;
  }
  throw new Error(`${kind} is never told, only ${kinds(story)}`);
}

describe("left alone", () => {
  it("begins with nine tasks on three instances, loses one by itself, and is whole again", () => {
    const { notes } = filmStory();
    expect(kinds({ notes })).toEqual(["whole", "ending", "gone", "placed", "whole"]);
    expect(notes.map(({ atMs }) => atMs).slice(0, 2)).toEqual([FROM_MS, Math.ceil(ENDS_ITSELF_MS / 1_000) * 1_000]);
  });

  it("tells AWS's own sentence about the tasks of the instance that went", () => {
    const story = begin();
    const gone = until(story, "gone");
    expect(gone).toMatchObject({ tasks: 3, reason: `Host EC2 (instance ${ids(story)[1]}) terminated.` });
    expect(aliveOf(story.tables)).toHaveLength(6);
  });

  it("is played from its recording as the engine runs it", () => {
    const { recording, notes } = filmStory();
    const replay = new Replay(recording);
    const story = begin();
    for (const { atMs } of notes.slice(1)) {
      replay.moveTo(atMs + 500);
      story.goTo(atMs + 500);
      expect([...replay.tables.tasks.values()], String(atMs)).toEqual([...story.tables.tasks.values()]);
      expect(noteAt(notes, atMs + 500)).toEqual(story.notes.at(-1));
    }
  });
});

describe("touched", () => {
  it("ends the instance that the reader chose, and no other by itself", () => {
    const story = begin();
    story.end(ids(story)[2] as string);
    expect(story.notes.at(-1)).toMatchObject({ kind: "ending", own: true, tasks: 3 });
    until(story, "whole");
    expect(story.tables.ec2Instances.get(ids(story)[1] as string)?.state).toBe("running");
    expect(aliveOf(story.tables)).toHaveLength(WANTED);
  });

  it("has no room after a second one, says why in AWS's word, and has again with another instance", () => {
    const story = begin();
    story.end(ids(story)[0] as string);
    until(story, "whole");
    story.end(ids(story)[1] as string);
    expect(until(story, "refused")).toMatchObject({ reason: "RESOURCE:MEMORY", freeMiB: 288 });
    expect(aliveOf(story.tables)).toHaveLength(5);
    story.launch();
    const { instance } = until(story, "joined") as { instance: string };
    until(story, "whole");
    expect(aliveOn(story.tables, instance).length).toBeGreaterThan(3);
  });

  it("hears from AWS that no instance is left when all three go", () => {
    const story = begin();
    for (const id of ids(story)) story.end(id);
    expect(until(story, "nowhere")).toMatchObject({
      count: 9,
      message: expect.stringContaining("InvalidParameterException"),
    });
  });

  it("has something to come until all is told, at whatever moments it is looked at", () => {
    const story = begin();
    story.end(ids(story)[1] as string);
    while (story.goesOn) story.goTo(story.atMs + 130);
    expect(kinds(story)).toEqual(["whole", "ending", "gone", "placed", "whole"]);
  });

  it("takes an end only of an instance that runs", () => {
    const story = begin();
    const [first] = ids(story) as [string];
    story.end(first);
    const told = story.notes.length;
    story.end(first);
    story.end("i-unknown");
    expect(story.notes).toHaveLength(told);
  });
});
