/** What the checks say, in Vietnamese. */
import type { TranslationOf } from "../../by-language.ts";
import type { en } from "./en.ts";
import type { ContainerWords, SeenMoment } from "./words.ts";

const HAPPENED = {
  started: "chạy",
  healthy: "HEALTHY",
  unhealthy: "UNHEALTHY",
  restarted: "được khởi động lại",
  stopped: "dừng",
};
const WAYS = {
  "public-address": "địa chỉ công khai",
  "nat-gateway": "NAT gateway",
  endpoints: "VPC endpoint và không có đường ra internet",
  nothing: "không có",
};

/** What a stopCode means. */
const STOPS = {
  TaskFailedToStart: "không khởi động được",
  EssentialContainerExited: "kết thúc vì một essential container đã thoát",
  UserInitiated: "bị dừng bởi lời gọi của bạn",
  ServiceSchedulerInitiated: "bị service của nó dừng",
  SpotInterruption: "bị Spot thu hồi",
  TerminationNotice: "mất cùng máy của nó",
};

/** What can become of a deployment. */
const DEPLOYMENT_ENDS: Readonly<Record<string, string>> = {
  COMPLETED: "đã COMPLETED",
  FAILED: "đã FAILED",
  ROLLED_BACK: "đã được rollback",
  SUPERSEDED: "đã bị bỏ dở vì có deployment mới hơn",
};

function happening({ container, is, exitCode }: ContainerWords): string {
  return `${container} ${HAPPENED[is]}${exitCode === undefined ? "" : ` với exit code ${exitCode}`}`;
}

function path(seen: readonly SeenMoment[]): string {
  return seen.map((each) => `${happening(each)} (+${each.after})`).join(", ");
}

export const vi: TranslationOf<typeof en> = {
  noSubnet: (subnetId) => `Không có subnet ${subnetId}.`,
  freeAddresses: (name, cidrBlock, free) => `Số địa chỉ còn trống trong ${name} (${cidrBlock}): ${free}.`,
  addressReused: (title, address, before) => `${title} nhận địa chỉ ${address} mà ${before} từng giữ.`,
  addressesTaken: (count) => `Các task đã lấy ${count} địa chỉ ở đó, mỗi địa chỉ một lần.`,

  buildRan: ({ since, fitting, build }) =>
    `Từ lần push, ${since} task đã chạy, ${fitting} trong đó với ${build === "pushed" ? "bản build vừa push" : "một bản build cũ hơn"}.`,

  notCalledYet: (operation) => `Chưa có lời gọi ${operation} nào tới được AWS.`,
  reachedAws: (operation) => `${operation} đã tới được AWS.`,
  notRefused: (operation) => `${operation} không bị từ chối như vậy.`,
  refused: (words) => `AWS đã từ chối ${words}`,
  notAccepted: (operation) => `${operation} chưa được gọi như vậy.`,
  accepted: (operation) => `${operation} đã được gọi.`,

  clusterCreated: (clusterName) => `Cluster ${clusterName} đã được tạo.`,
  noCluster: "Chưa có cluster nào.",
  noClusterNamed: (name, names) => `Không có cluster ${name}; đang có: ${names}.`,

  noConnection: "Chưa thử kết nối nào.",
  connection: ({ from, to, port, reaches, sentence }) =>
    `${from} ${reaches ? "tới được" : "không tới được"} ${to} ở cổng ${port}. ${sentence}`,

  containersPassed: (name, seen) => `${name}, tính từ lúc được tạo: ${path(seen)}.`,
  containersSoFar: (name, there, seen, next) =>
    `${name}: ${there}. Chưa thấy${seen.length === 0 ? "" : ` sau: ${path(seen)}`}: ${happening(next)}.`,

  nothingRegistered: "Chưa có task definition nào được đăng ký.",
  noRevision: (family) => `Family ${family} chưa có revision nào.`,
  noRevisionBut: (family, list) => `Family ${family} chưa có revision nào; đã đăng ký: ${list}.`,
  definitionDiffers: (name, points) =>
    `Trong ${name}, ${points.map(({ field, found, wanted }) => `${field} ${found === undefined ? "không có" : `là ${found}`}, cần là ${wanted}`).join("; ")}.`,
  registered: (name) => `${name} đã được đăng ký.`,
  definitionHas: (name, points) => `${name} có ${points}.`,

  noDeployment: (begun) => `Deployment của bước này chưa bắt đầu; tới giờ, theo thứ tự: ${begun}.`,
  deploymentReached: ({ serviceName, revision }, is) =>
    `Deployment của ${revision} trong service ${serviceName} ${DEPLOYMENT_ENDS[is]}.`,
  deploymentIs: ({ serviceName, revision, status, rolloutState, failedTasks }, is) =>
    `Deployment của ${revision} trong service ${serviceName} đang ${status}, rolloutState ${rolloutState}, failedTasks ${failedTasks}. Bước này cần một deployment ${DEPLOYMENT_ENDS[is]}.`,

  nothingDrained: "Chưa có target nào của task như vậy đang draining.",
  taskDrained: ({ title, stopCode }, delay, after) =>
    `${title} (${stopCode}) đã draining ${delay}; container của nó nhận tín hiệu dừng ${after} sau khi bị deregister.`,
  taskDrains: (title, delay) => `${title} draining ${delay}; container của nó chưa nhận tín hiệu dừng.`,
  drainedOtherwise: ({ title, stopCode }, delay, { from, to }) =>
    `${title} (${stopCode}) đã draining ${delay}. Bước này cần một task draining ${to === undefined ? `từ ${from} s trở lên` : `từ ${from} tới ${to} s`}.`,

  fileAsItWas: (file) => `${file} vẫn như ban đầu.`,
  fileIsNotJson: (file) => `${file} không phải JSON.`,
  fileIsJson: (file) => `${file} là JSON.`,

  waitedForHost: (name, after) => `${name} chờ host ${after} rồi mới bắt đầu.`,
  stillWaitsForHost: "Có task vẫn đang chờ host.",
  didNotWaitForHost: (name) => `${name} không phải chờ host.`,

  noInstance: "Chưa có container instance nào như vậy.",
  soMany: (found, count) => `Đúng như cần: ${found}/${count}.`,
  noMachine: "Chưa có EC2 instance nào như vậy.",
  instance: ({ name, status, agentConnected, tasks, carries }) =>
    `Container instance ${name} đang ${status}, agent ${agentConnected ? "đang kết nối" : "mất kết nối"}, có ${tasks} task.${carries}`,
  machine: (instanceId, instanceType, state, problem) =>
    `EC2 instance ${instanceId} (${instanceType}) đang ${state}.${problem}`,

  execAgent: (title) => `${title} có một container trong đó agent của ECS Exec đang chạy.`,
  execAgentNotYet: (title) => `${title} được khởi động cho ECS Exec, và agent của nó chưa từng RUNNING.`,
  noExecAgent: "Chưa có task nào như thế được khởi động với ECS Exec.",
  execLine: (line, exitCode) => `Trong một container đã chạy, với mã thoát ${exitCode}: ${line}`,
  otherExecLine: (line, exitCode) => `Lệnh chạy gần nhất trong một container, với mã thoát ${exitCode}: ${line}`,
  noExecLine: "Chưa có gì chạy trong một phiên ECS Exec.",

  hasLogStream: (logGroupName, logStreamName) => `Log group ${logGroupName} có stream ${logStreamName}.`,
  noLogStream: (name) => `${name} không có log stream.`,
  otherLogStream: (logGroupName, logStreamName) =>
    `Có stream ${logStreamName} trong ${logGroupName}, nhưng không phải stream cần có.`,

  publicAddress: (name, address) => `${name} có địa chỉ công khai ${address}.`,
  noInterface: (name) => `${name} không có network interface.`,
  onlyPrivateAddress: (name, address) => `${name} có địa chỉ riêng ${address} và không có địa chỉ công khai.`,

  placementFailed: ({ reason, count, all }) =>
    `Có task không tìm được chỗ: ${reason} trên ${count}/${all} container instance.`,
  everyTaskPlaced: "Tới giờ task nào cũng tìm được chỗ.",
  foundNoPlace: (reasons) => `Có task không tìm được chỗ: ${reasons}`,
  spreadYielded: (chosen, fewest) =>
    `Một task tới instance đã có ${chosen} task cùng nhóm, dù có instance khác chỉ có ${fewest}.`,
  spreadKept: (spreads) =>
    `${spreads} task đã được spread theo instance; task nào cũng tới instance có ít task cùng nhóm nhất.`,
  tasksLie: ({ group, cluster, instances, zones }) =>
    `Task của nhóm ${group} trong cluster ${cluster}: theo instance ${instances}, theo zone ${zones}.`,
  nonePlacedLike: (wanted, cluster) =>
    `Chưa có task nào được xếp chỗ như vậy${cluster === undefined ? "" : ` trong cluster ${cluster}`}: ${wanted || "trên container instance"}.`,

  portsTogether: (ports) => `Các cổng được publish cùng lúc trên một máy: ${ports}.`,

  tasksSoFar: (tasks, count) => `Số task: ${tasks}/${count}.`,
  noImage: "Chưa có image nào về tới nơi.",
  imagePulled: ({ title, fromDisk, seconds }) =>
    `${title} có image ${fromDisk ? "từ đĩa của máy" : "qua mạng"} sau ${seconds} s.`,

  revisionBecame: (name, status) => `${name} đã thành ${status}.`,
  revisionBecameIdle: (name, status) => `${name} thành ${status} khi không có task nào của nó RUNNING.`,
  buildPushed: (name) => `Đã có bản build mới được đẩy lên ${name}.`,
  nothingPushed: (wanted) => `Chưa ai đẩy ${wanted} lên.`,
  otherPushed: (wanted, others) => `Chưa ai đẩy ${wanted} lên; đã đẩy: ${others}.`,
  noSuchRevision: (wanted) => `Không có revision ${wanted}.`,
  revisionIs: (name, has, status) => `${name} là ${has}; cần là ${status}.`,

  taskCreated: (title, revision) => `${title} của ${revision} đã được tạo.`,
  everyTaskStopped: "Mọi task đều đã STOPPED.",
  notOver: ({ left, all, title, revision, status }) =>
    `${title} của ${revision} vẫn còn ${status}. Bước này chờ tới khi mọi task đều kết thúc: còn ${left} trên ${all} task.`,
  taskReached: (title, status, after) => `${title} đạt ${status} sau ${after} kể từ khi được tạo.`,
  taskGoesDown: (title, status, wanted) =>
    `${title} đang ${status} và sắp STOPPED: nó sẽ không ${wanted} nữa. Hãy thử với một task khác.`,
  taskIs: (title, status, wanted) => `${title} đang ${status}, chưa ${wanted}.`,
  taskNeverWas: ({ title, status, wanted, reason }) =>
    `${title} đã ${status} mà chưa từng ${wanted}. stoppedReason của nó: "${reason}".`,
  passedPath: (name, path) => `${name} đã đi qua ${path}.`,
  pathSoFar: (name, status, missing) => `${name} đang ${status}; còn phải qua: ${missing}.`,
  pathMissed: (name, status, missing) => `${name} đã ${status} mà không qua ${missing}. Hãy thử với một task khác.`,

  nothingToCompare: (code) => `Chưa có task nào dừng với stopCode ${code}, nên chưa có mốc thời gian để so sánh.`,
  howItStopped: (title, facts, codes) => `${title} đã STOPPED: ${facts}, exit code ${codes}.`,
  stopNeeded: ({ stopCode, exitCode, container, started }) => {
    const needs = [
      stopCode === undefined ? "" : `${STOPS[stopCode]} (stopCode ${stopCode})`,
      exitCode === undefined ? "" : `có exit code ${exitCode}${container === undefined ? "" : ` của ${container}`}`,
      started === undefined ? "" : started ? "đã từng RUNNING" : "chưa từng RUNNING",
    ];
    return `Bước này cần một task ${needs.filter((each) => each !== "").join(" và ")}.`;
  },
  notStopped: (title, status, isTold) =>
    isTold ? `${title} đang ${status} và sắp STOPPED.` : `${title} đang ${status}, chưa dừng.`,
  toldToStop: (title, code) => `${title} đã nhận lệnh dừng: desiredStatus STOPPED, stopCode ${code}.`,
  momentsOf: (title, code, list) => `${title} (${code}), tính từ lúc được tạo: ${list}.`,

  noTarget: "Chưa target group nào có target.",
  noSuchTarget: "Chưa target group nào có target như vậy.",
  target: ({ group, name, state, reason }) =>
    `Target ${name} của group ${group} đang ${state}${reason === undefined ? "" : ` (${reason})`}.`,
  targetsTogether: (list) => `Các target ở cùng một thời điểm: ${list}.`,

  requestMet: (request, priority, action) =>
    `Request tới ${request} gặp ${priority === "default" ? "luật mặc định" : `luật có priority ${priority}`}: ${action}.`,
  requestNotTaken: (request) => `Chưa load balancer nào nhận request tới ${request}.`,

  noService: "Chưa có service nào.",
  noSuchService: (names) => `Chưa có service như vậy; đang có: ${names}.`,
  serviceReached: (name, status, desired) => `Service ${name} đã ${status}, desiredCount ${desired}.`,
  serviceIs: ({ serviceName, status, desiredCount, running, isSteady }) =>
    `Service ${serviceName} đang ${status}: desiredCount ${desiredCount}, RUNNING ${running}, ${isSteady ? "ở trạng thái ổn định" : "chưa ở trạng thái ổn định"}.`,
  serviceSteady: (name, tasks) => `Service ${name} đã đạt trạng thái ổn định với ${tasks} task.`,
  steadyNeeded: (tasks) => `Bước này cần trạng thái ổn định với ${tasks} task.`,
  serviceSaid: (message) => `Service đã báo: "${message}"`,
  nothingSaid: (names) => `Service ${names} chưa có event nào.`,
  otherSaid: (message) => `Service chưa báo điều như vậy; event mới nhất: "${message}"`,
  taskReplaced: ({ title, stopCode, service, next, after }) =>
    `${title} đã dừng (stopCode ${stopCode}). ${next} thay nó: service ${service} khởi động task này ${after} sau đó.`,
  nothingToReplace: (names) => `Chưa có task nào của service ${names} dừng như vậy ngoài ý của service.`,
  notReplaced: (title, service) => `${title} đã kết thúc, và service ${service} chưa khởi động task nào thay nó.`,

  noTask: ({ family, service, launchType, cluster, subnetId, withDefinition }) =>
    `Chưa có task nào${[
      family === undefined ? "" : ` của family ${family}`,
      service === undefined
        ? ""
        : service === false
          ? " không thuộc service nào"
          : ` của ${service === true ? "một service" : `service ${service}`}`,
      launchType === undefined ? "" : ` trên ${launchType}`,
      cluster === undefined ? "" : ` trong cluster ${cluster}`,
      subnetId === undefined ? "" : ` ở ${subnetId}`,
      withDefinition ? " với definition như vậy" : "",
    ].join("")}.`,

  copiesRunning: (count, revision) => `${count} task của ${revision} cùng RUNNING một lúc.`,
  noCopiesRunning: (count) => `Chưa có revision nào của task definition có ${count} task cùng RUNNING một lúc.`,
  tasksRunning: (count) => `${count} task cùng RUNNING một lúc.`,
  noTasksRunning: (count) => `Chưa bao giờ có ${count} task cùng RUNNING một lúc.`,
  noneRunning: "Chưa có task nào RUNNING.",
  sameBuilds: (most) => `Các task cùng revision chạy cùng lúc đều dùng chung ${most} bản build của image.`,
  buildsTogether: (builds, revision) => `Các task của ${revision} cùng lúc chạy ${builds} bản build của image.`,

  ranBy: (name, way) => `${name} đã đạt RUNNING. Lối ra của nó: ${WAYS[way]}.`,
  wayOutOf: (name, status, way) => `${name} đang ${status}. Lối ra của nó: ${WAYS[way]}.`,
  noEndpoint: (service) => `Chưa có VPC endpoint nào cho ${service}.`,
  noNatGateway: "Chưa có NAT gateway nào.",
  endpoint: ({ serviceName, state, type, list }) =>
    `Endpoint của ${serviceName} đang ${state}; ${type === "Gateway" ? "route table" : "security group"}: ${list}.`,
  natGateway: ({ natGatewayId, state, name, routed }) =>
    `NAT gateway ${natGatewayId} đang ${state} trong ${name}; ${routed ? "có" : "không có"} route dẫn tới nó.`,
};
