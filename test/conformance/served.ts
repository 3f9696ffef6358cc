/** A server for a test file, and requests as raw as they come. */
import { connect } from "node:net";
import { type RunningServer, type ServerOptions, startServer } from "@quayside/cli";
import { afterAll } from "vitest";

/** Starts a server on a free port; it stops with the test file. Our own mistakes fail the test that made them. */
export async function serve(options: Partial<ServerOptions> = {}): Promise<RunningServer & { problems: unknown[] }> {
  const problems: unknown[] = [];
  const server = await startServer({
    port: 0,
    clock: { kind: "manual" },
    onProblem: (problem) => problems.push(problem),
    ...options,
  });
  afterAll(() => server.close());
  return { ...server, problems };
}

/** What came back on a socket until it was closed or `untilMs` real milliseconds had passed. */
export interface RawAnswer {
  readonly text: string;
  readonly closed: boolean;
}

/** Writes bytes to the server and reads what comes back. */
export function sendRaw(port: number, parts: readonly (string | Buffer)[], untilMs = 5000): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    const timer = setTimeout(() => finish(false), untilMs);
    const finish = (closed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, closed });
    };
    socket.on("data", (chunk) => {
      text += chunk.toString();
    });
    socket.on("close", () => finish(true));
    socket.on("error", (problem: NodeJS.ErrnoException) => {
      // The server may cut a body that it does not want; what it said before counts.
      if (text === "" && problem.code !== "EPIPE" && problem.code !== "ECONNRESET") reject(problem);
    });
    for (const part of parts) socket.write(part);
  });
}

/** A request of AWS JSON 1.1 as text. */
export function awsRequest(operation: string, body: string, headers: Readonly<Record<string, string>> = {}): string {
  const all: Record<string, string> = {
    host: "127.0.0.1",
    "x-amz-target": `AmazonEC2ContainerServiceV20141113.${operation}`,
    "content-type": "application/x-amz-json-1.1",
    "content-length": String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST / HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}
