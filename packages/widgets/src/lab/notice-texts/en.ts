/** What the buttons around a definition have to say afterwards, and what is wrong with saving, in English. */

export const en = {
  ran: (id: string, revision: string) => `Task ${id} of ${revision} was created. Watch it start.`,
  registered: (revision: string) => `${revision} is registered.`,
  stopAsked: (id: string) => `StopTask was accepted for ${id}.`,
  badJson: (message: string) => `This is not JSON: ${message}`,
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
  keepMine: "Keep this tab's",
};

/** What a language has to say. */
export type NoticeTexts = typeof en;
