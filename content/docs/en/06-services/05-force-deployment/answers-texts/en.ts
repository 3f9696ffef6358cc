/** Hints, and feedback on mistakes, of lab 06/05, in English. */
export const en = {
  hints: [
    "When does a service ask the registry what a tag means: for every task, or for every deployment?",
    "docker push moves the tag. What is started for a deployment that has begun keeps its digest. aws ecs describe-tasks shows imageDigest. A new deployment comes with another definition, or when you force one.",
    "aws ecs update-service --service shop --force-new-deployment. For the way back write the first digest into shop.json, behind quayside/shop@, register it and name the family in update-service. For kiosk: 50 and 100 percent, without rebalancing.",
  ],
  mistakes: {
    "only-pushed":
      "Tasks may come and go as they like: the deployment has noted down a digest, and each of them runs it. No new deployment, no new build.",
    "forced-too-early":
      "The deployment was forced before anybody had pushed. It looked the tag up, and found the build that was there.",
    "run-by-hand":
      "A task from RunTask looks the tag up each time, and none of yours belongs to the service. Its own three are as they were.",
    "back-by-number":
      "shop:1 says latest, and latest is the pushed build by now. The number of a revision is no way back when the text in it is a tag that moves.",
    "two-more-than-two":
      "The forced deployment started new tasks before the old ones had gone. With which maximum does it have to stop first?",
  },
} as const;
