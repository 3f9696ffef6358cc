/** Hints, and feedback on mistakes, of lab 01/04, in English. */
export const en = {
  hints: [
    "The definition may say where a value is kept, instead of the value. Who then fetches it, and when?",
    "A container has a list secrets beside environment, and repositoryCredentials beside image. All of it is read with the execution role of the task, and the usual one may read no secrets.",
    'For one key of a secret write ARN:key:: with both colons at the end; a parameter is named with its first slash. "repositoryCredentials": { "credentialsParameter": ARN } holds the login.',
  ],
  mistakes: {
    "written-twice":
      "The container would get DB_PASSWORD twice, once from environment and once from secrets. ECS does not choose: a name may stand in one of the two lists only.",
    "password-left":
      "The secret is there, but the password is still readable in another place of the definition. Search for the value, not for the name of the variable.",
    "secret-by-name":
      "The message speaks of SSM parameters, and you meant a secret. Only an ARN of Secrets Manager leads to Secrets Manager; any bare name is taken for a parameter.",
    "colons-missing":
      "Behind the ARN come three fields: key, version stage, version ID. Two of them may be empty, but their colons may not be missing.",
    "other-key":
      "The secret was read, so ARN and role are right. It is a JSON object, and the key that you name is not in it. Upper and lower case count.",
    "whole-secret":
      "The task runs, and DB_PASSWORD now holds the whole secret as JSON, braces, user name and all. The database would refuse that as a password. Name the key that you want.",
    "slash-missing": "Parameter Store knows no such name. A name that has slashes in it begins with one.",
    "usual-role":
      "Read who was denied what: the session is the role of your task. The managed policy for execution roles allows pulling from Amazon ECR and writing logs, and not one secret.",
    "task-role":
      "taskRoleArn is for the code in your containers. Before any code runs, ECS itself reads the secrets, and for that it uses the execution role.",
    "instance-role":
      "ECS could not assume this role at all, whatever it allows. Its trust policy names another service, or there is no such role.",
    "no-login":
      "The registry asked who you are, and nobody answered. A registry outside AWS knows no IAM roles: it wants a user name and a password.",
    "other-login":
      "There was a login, and the registry did not accept it. Which secret holds the user name and password of this registry?",
  },
} as const;
