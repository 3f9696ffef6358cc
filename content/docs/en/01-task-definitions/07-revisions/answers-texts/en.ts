/** Hints, and feedback on mistakes, of lab 01/07, in English. */
export const en = {
  hints: [
    "What exactly does a revision keep: the program, or only the name under which the program can be found?",
    "A task asks the registry for the tag when it starts, and never again. Compare imageDigest of two tasks of shop:1, one from before the push and one from after it. For the old build, write repository@digest instead of repository:tag.",
    "docker push quayside/shop:latest, then run shop:1 once more. Take the digest of the first task, put quayside/shop@sha256:... into shop.json and register. Deregister and delete take a number: shop:1.",
  ],
  mistakes: {
    "another-tag":
      "You gave the new build a tag of its own. That is what a careful team does, and no revision that says latest notices anything. Here the tag latest itself has to move.",
    "pushed-too-early":
      "The push came before the first task had started, so both tasks found the same build behind the tag. For two builds side by side, one task has to be there before the tag moves.",
    "only-waited":
      "You can wait as long as you like: a running task keeps the image that it pulled. Nobody tells ECS that a tag has moved, and no task asks twice.",
    "stopped-first":
      "The new task did pull the new build, but the old one was gone by then. To see what one revision can mean at the same moment, let the old task run on.",
    "new-revision-for-nothing":
      "Two builds run, but under two revisions with the same text. The second revision was not needed: any new task of shop:1 asks the registry for the tag again.",
    "pinned-the-new-build":
      "This digest is the one of the new build. The old build still exists in the registry, under the digest that the older of your two tasks reports as imageDigest.",
    "tag-instead-of-digest":
      "A tag again. It may lead to the right build today, and somebody can move it tomorrow. A digest is computed from the image itself and can mean nothing else.",
    "no-number":
      "A family alone means its newest revision when you run or describe. Whoever takes something away has to say exactly what: family and number.",
    "deregistered-the-wrong-one":
      "That was the pinned revision. There is no way back to ACTIVE: to have it again, register it again, under the next number. The one to retire is the one with the tag.",
    "stopped-before":
      "No task of shop:1 was running any more. It need not be so: deregistering stops nothing, and you only see that while something runs. Go back on the timeline to a moment before, or start over.",
    "deleted-while-active":
      "The call succeeded and deleted nothing: read failures in the answer. An ACTIVE revision has to be deregistered first.",
  },
} as const;
