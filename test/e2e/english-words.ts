/**
 * Finds English in a text that is to be Vietnamese. Two signs, each enough: a word that only English has, and a text that is the
 * same on the English page and is more than AWS's terms, code and numbers.
 */

/** Words that hold English sentences together, without those that are Vietnamese words, too (a, in, to, can, do, on, no, so). */
const ENGLISH = new Set(
  `the of and or is are was were with without from for that which its this these those not you your when where what who how
   why until again after before there has have had been into then than them they will would cannot could should must all
   any each every other another only also just out off up down over under between because if else but such very more
   most less least yet still now here it be by at as an we our us my me their his her does did done begin begins ends
   starts stops runs shows show hide open close choose select selected nothing everything something somebody nobody
   next previous back new old first last same own while during since about across against`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** AWS's terms and those of its trade, which stay English inside Vietnamese text; singular and plural alike. */
const TERMS = new Set(
  `amazon aws ecs ec2 ecr fargate cloudwatch logs firelens firehose opensearch splunk s3 efs ebs iam vpc nat dns cli sdk api json
   yaml docker linux windows github quayside sandbox lab course cluster task definition container instance service services
   revision revisions family image registry repository tag digest build job web cache worker agent driver router log stream
   group role policy secret parameter token volume file system mount subnet gateway endpoint interface network internet
   public private security route table address port ports host bridge localhost broadcast load balancer target targets
   capacity provider placement strategy constraint random spread binpack zone availability region launch type cpu vcpu gpu
   memory gb mib mb kb s ms essential health check exit code restart deployment scheduler daemon managed exec trunking
   execution discovery autoscaling push pull start-up profile user data ami on off ok id arn url html css javascript
   terminal journal editor inspector timeline checks tiếng việt english tab enter escape esc ctrl shift alt home end
   vs online offline platform version metadata default custom standalone sidecar proxy migrate logging protocol tcp udp icmp
   attribute attributes expression instanceid prod dev shop visitor probe payments report catalog app api worker thumbnails
   lambda batch kubernetes eks pod swarm compose node stack github-actions sigterm sigkill`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Beginnings of messages that AWS words, which nobody translates. */
const MESSAGES =
  /No Container Instances were( found in your cluster)?|No Fargate configuration exists for .*? valid values|Task stopped by user/g;

/** Names, code, states and numbers look like themselves: camelCase, CAPITALS, digits, dots, slashes, dashes inside of words. */
function isCode(word: string): boolean {
  return (
    /[\d._:/@$%{}[\]<>=*#\\|]/.test(word) ||
    /[a-z][A-Z]/.test(word) ||
    /^[A-Z]{2,}s?$/.test(word) ||
    !/\p{L}/u.test(word)
  );
}

/** The words of a text that are neither code nor AWS's terms. */
function ownWords(text: string): string[] {
  const words = text.split(/[\s,;!?()"“”'’…–—+×·]+/u).map((word) => word.replace(/^[.:]+|[.:]+$/g, ""));
  return words.filter((word) => word !== "" && !isCode(word) && !isTerm(word));
}

function isTerm(word: string): boolean {
  const small = word.toLowerCase();
  return TERMS.has(small) || TERMS.has(small.replace(/s$/, "")) || small.split("-").every((part) => TERMS.has(part));
}

/**
 * Why a text is English; undefined when it is not.
 * @param onEnglishPage whether the English page has the very same text
 */
export function englishIn(text: string, onEnglishPage: boolean): string | undefined {
  const own = ownWords(text.replace(MESSAGES, " "));
  const english = own.filter((word) => ENGLISH.has(word.toLowerCase()));
  if (english.length > 0) return `says ${english.join(", ")}`;
  return onEnglishPage && own.length > 0 ? `is the same in English: ${own.join(", ")}` : undefined;
}

/** Names that a lab or the API gives: of containers, families, subnets, network modes, fields of an attachment. */
export const GIVEN =
  /\b(nginx|webserver|site|helper|metrics|shared|log-level|example|default|hello|awsvpc|(public|private)-[ab]|attachment|phase|true|false)\b/g;

/** Operations as the command line writes them. */
const OPERATIONS = /\b(register-task-definition|run-task)\b/g;

/** The words of a text that are neither code, nor AWS's terms, nor names that somebody gave; letters are names of runs and axes. */
export function namesNotGiven(text: string): string[] {
  const bare = [MESSAGES, GIVEN, OPERATIONS].reduce((left, pattern) => left.replace(pattern, " "), text);
  return ownWords(bare).filter((word) => word.length > 1);
}
