/** Hints, and feedback on mistakes, of lab 01/08, in English. */
export const en = {
  hints: [
    "Who wrote the message in front of you: the JSON parser, the AWS CLI, ECS, or a task that did not start? Each of them sees only what got past the one before.",
    "A place where the parser stops is the place where it noticed something; look just before it. For an unknown parameter, ask on which level the field belongs: the task or the container.",
    "At the task level: executionRoleArn, and cpu as a string. In the container: secrets as JSON, no hostPort, and awslogs-region beside the other log options. When the task does not start, compare the image with the goal.",
  ],
  mistakes: {
    "only-commas":
      "The commas are one thing; the end of the file is no JSON at all. An equals sign and names without quotes are the language of Terraform.",
    "names-without-quotes":
      "The file is still no JSON. Every name stands in double quotes, a colon follows it, and between two members there is a comma.",
    "fields-out-of-place":
      "It is JSON now, but the AWS CLI knows the shape of the request and sends nothing that does not fit. It lists everything at once: which field stands where it does not belong, and which value has the wrong type.",
    "host-port-kept":
      "With awsvpc the task has an address of its own, and there is no host whose port could be another one. What does the mapping say besides the port of the container?",
    "port-changed":
      "The two numbers match now, and ECS is content, but nginx listens on 80. A message is satisfied with any repair; only you know which one is right.",
    "no-region":
      "The driver awslogs must know in which Region the log group is, even when it is the Region in which the task runs. The message names the option that is missing.",
    "no-prefix":
      "The prefix is optional on EC2 and required on Fargate: without it nobody could tell from the name of a stream which container wrote it.",
    "logs-deleted":
      "The definition was accepted because nothing is left that could be wrong. On Fargate a container without a log configuration leaves no log that you could read.",
    "task-role-instead":
      "That is the other role. The task role is for the code inside the container; pulling the image, fetching the secret and writing the log are done by ECS, with the execution role.",
    "role-deleted":
      "The AWS CLI said that the role is unknown in a container. It did not say that nobody needs it: ask who fetches the secret and with which permission.",
    "password-in-the-open":
      "Now the password stands in the definition, readable for everybody who may describe it, and revisions stay readable. A secret holds only the place where the value is kept.",
    "secret-deleted":
      "The message is gone, and so is the password: the container would start without DB_PASSWORD, or with another one. Secrets belong to a container; move them there.",
    "image-of-the-notes":
      "No check of the definition looks into the registry: whether the tag exists shows only when a task pulls it. Compare the tag in the message with the goal, digit by digit.",
  },
} as const;
