/** What the lab tells: questions, what the buttons around a definition came to, what is wrong with saving, in English. */

export const en = {
  resetAsk: "Start this lab over? Your tasks and clusters go; your files and your passed checks stay.",
  openAsk: "Start another scenario? Your tasks and clusters go; your files stay.",
  confirm: "Yes",
  cancel: "Cancel",
  travelAsk: (at: string) =>
    `You are looking at ${at}. A command here drops everything that came later. Continue from ${at}?`,
  travelYes: "Continue from here",
  travelNo: "Back to now",
  atPlace: (path: string) => `at ${path}`,
  dismiss: "Dismiss",
  ran: (id: string, revision: string) => `Task ${id} of ${revision} was created. Watch it start.`,
  registered: (revision: string) => `${revision} is registered.`,
  stopAsked: (id: string) => `StopTask was accepted for ${id}.`,
  badJson: (line: number, fault: string) => `This is not JSON. Line ${line}: ${fault}`,
  noCluster: "There is no ACTIVE cluster: create one first (aws ecs create-cluster).",
  noSubnet: "There is no public subnet in this cloud.",
  capacityFailure: (reason: string) => `RunTask placed nothing: ${reason}`,
  notSaved: "Progress is not being saved.",
  refusedToSave:
    "This browser refuses to store anything for this site. What you do stays until you leave the page; Quayside goes on trying.",
  newerIsStored:
    "A newer version of Quayside has stored your progress, and this page is an older one: it leaves it as it is. Reload the page.",
  clash: (files: string) => `${files}: changed in another tab, too.`,
  clashChoice:
    "What you type here is not saved over it. Keep the text of this tab, or reload the page to get that of the other one.",
  continuedAt: (clock: string) => `Continued at ${clock}.`,
  bringingBack: (percent: number) => `Bringing your run back: ${percent} %`,
  notBroughtBack: "Your run of the last visit cannot go on.",
  filesAreHere: "Your files and your passed checks are here.",
  runClash: "This lab went on in another tab.",
  runClashChoice:
    "What you do here is not kept. Keep the run of this tab, or reload the page to go on with that of the other one.",
  withOriginals: "Yes, and with the lab's own files",
  keepMine: "Keep this tab's",
};

/** What a language has to say. */
export type NoticeTexts = typeof en;
