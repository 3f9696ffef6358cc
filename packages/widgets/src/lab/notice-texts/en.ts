/** What the buttons around a definition have to say afterwards, in English. */

export const en = {
  ran: (id: string, revision: string) => `Task ${id} of ${revision} was created. Watch it start.`,
  registered: (revision: string) => `${revision} is registered.`,
  stopAsked: (id: string) => `StopTask was accepted for ${id}.`,
  badJson: (message: string) => `This is not JSON: ${message}`,
  noCluster: "There is no ACTIVE cluster: create one first (aws ecs create-cluster).",
  noSubnet: "There is no public subnet in this cloud.",
  capacityFailure: (reason: string) => `RunTask placed nothing: ${reason}`,
};

/** What a language has to say. */
export type NoticeTexts = typeof en;
