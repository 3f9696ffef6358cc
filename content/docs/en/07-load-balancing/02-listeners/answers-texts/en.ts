/** Hints, and feedback on mistakes, of lab 07/02, in English. */
export const en = {
  hints: [
    "The listener asks its rules by number, the smallest first, and the first one whose conditions all match decides. quayside request shows it for any request.",
    "Values of one condition are alternatives, several conditions must all hold. A narrow rule needs a smaller number than a wide one that would catch the same request.",
    'aws elbv2 create-rule --listener-arn "$LISTENER" --priority 2 --conditions "Field=host-header,Values=docs.example.com" --actions "Type=forward,ForwardConfig={TargetGroups=[{TargetGroupArn=$SHOP,Weight=1},{TargetGroupArn=$API,Weight=1}]}". What must stand in front of it?',
  ],
  mistakes: {
    "no-rule": "The group shop is there, but no rule leads to it. ECS takes a group only when a rule forwards to it.",
    "no-star": "The pattern /shop/ is this one path and nothing below it. A star stands for all that may follow.",
    "same-priority": "Each number is given once in a listener. Choose a free one, smaller than that of the wider rule.",
    "behind-the-wider":
      "The wider rule has the smaller number: it matches first, and yours is never asked. Give it a number below 20.",
    "host-alone":
      "Two rules are two chances: everything of this host, and these paths of every host. Both conditions belong into one rule.",
    "health-comes-late":
      "A rule for /health helps only when it is asked before the one that takes the whole host, and when it is for this host.",
  },
} as const;
