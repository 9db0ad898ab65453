import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { selfSigned } from './certificate.ts';
import { play, type Scenario } from './scenarios.ts';
import type { SimPayment, SimRequest, SimService } from './sim-service.ts';

/** A simulated service under way. */
export type Simulator = {
  readonly url: string;
  readonly port: number;
  /** Everything it was asked, oldest first. */
  readonly requests: readonly SimRequest[];
  close(): Promise<void>;
};

export type SimulatorOptions = {
  readonly service: SimService;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly scenario?: Scenario;
  readonly payments?: readonly SimPayment[];
};

const MOST_BYTES = 1024 * 1024;

/** A real server on the loopback address that answers as documented, or as its scenario has it. */
export async function startSimulator({
  service,
  port = 0,
  scenario = 'documented',
  payments = [],
}: SimulatorOptions): Promise<Simulator> {
  const known = [...payments];
  const requests: SimRequest[] = [];
  let turn = 0;
  const listener = (incoming: IncomingMessage, response: ServerResponse) => {
    const serve = async () => {
      const request = await readRequest(incoming);
      requests.push(request);
      const answer = service(request, known);
      if (!answer.steady) turn += 1;
      play(answer.steady ? 'documented' : scenario, answer, response, turn);
    };
    serve().catch(() => incoming.destroy());
  };
  const secure = scenario === 'bad-certificate';
  const server = secure ? createSecureServer(selfSigned('localhost'), listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${bound}`,
    port: bound,
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

async function readRequest(incoming: IncomingMessage): Promise<SimRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) throw new RangeError('The request is larger than any service takes.');
    chunks.push(bytes);
  }
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
