/** Texts of lab 03/03, in English. */
export const en = {
  title: "Chance, spread, binpack",
  goal: "In pair, see two tasks of web land on one instance by chance, then use both instances with spread. Place four tasks in wide with spread over instances and four in tight with binpack on memory. In wide, place four tasks of a group of their own over the zones, packed inside each. In tight, run two more with spread and see that the first four stay. Then fill wide until a task finds no place.",
  checks: {
    chance: "By chance: two tasks on one of two instances",
    both: "Spread: tasks on both instances of pair",
    wide: "Four tasks on four instances of wide",
    tight: "Four tasks on one instance of tight",
    zones: "Two in each zone, on one instance each",
    stays: "The packed tasks of tight stay where they are",
    yields: "A spread that gave way",
    full: "A task that found no place",
    exercise: "On your own: six tasks of mini lie on one instance of pair",
  },
} as const;
