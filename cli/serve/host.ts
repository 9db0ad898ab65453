import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Desk } from '#contract/bridge.ts';
import { pageFiles } from '#ledger/page-files.ts';
import { rawRefusal, sendRefusal } from './answers.ts';
import { BodyError } from './body.ts';
import { openEvents } from './events.ts';
import { refusalOf } from './guard.ts';
import { route } from './route.ts';
import { newSession } from './session.ts';
import { openUploads } from './uploads.ts';

/** The app served to a browser of this computer. */
export type Host = {
  /** `http://127.0.0.1:41234` */
  readonly origin: string;
  /** The address to open: the origin, and the token that works once in its fragment, which no request and no log carries. */
  readonly url: string;
  /** Ends every connection and removes the files that were sent in. Leaves the books open. */
  close(): Promise<void>;
};

export type HostOptions = {
  readonly desk: Desk;
  /** The folder of the built page. */
  readonly root: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Told of what went wrong on our side, one line each, never of what a request held. */
  readonly log: (line: string) => void;
};

const options = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 5_000,
  // Bodies have clocks of their own, because a large file may take minutes while a call may not.
  requestTimeout: 0,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  // The guard refuses a request without a host, in our words and with our headers.
  requireHostHeader: false,
};
const connectionsAllowed = 256;

/** Serves the page and the desk on the loopback interface, to whoever opens `url` first and to nobody else. */
export async function startHost({ desk, root, port, log }: HostOptions): Promise<Host> {
  const server = createServer(options);
  server.maxConnections = connectionsAllowed;
  const bound = await listen(server, port);
  const origin = `http://127.0.0.1:${bound}`;
  const session = newSession(bound);
  const uploads = await openUploads();
  const events = openEvents(desk);
  const respond = route({ desk, files: pageFiles(root), session, uploads, events });

  // A second request may already lie in the socket behind one that is refused: it was never ours either.
  const letGo = new WeakSet<Socket>();
  server.on('request', (request, response) => {
    if (letGo.has(request.socket)) return;
    const refused = refusalOf(request, origin);
    if (refused) {
      letGo.add(request.socket);
      return sendRefusal(response, refused.status, refused.message);
    }
    respond(request, response).catch((error: unknown) => {
      if (error instanceof BodyError) return sendRefusal(response, error.status, error.message);
      if (request.destroyed && !request.complete) return; // The browser went away in the middle.
      log(`risiti serve: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      sendRefusal(response, 500, 'Something went wrong.');
    });
  });
  server.on('checkExpectation', (_request, response) => sendRefusal(response, 417, 'Nothing is promised beforehand.'));
  server.on('clientError', refuseNoise);

  return {
    origin,
    url: `${origin}/#t=${session.token}`,
    async close() {
      events.close();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await uploads.remove();
    },
  };
}

const listen = (server: Server, port: number) =>
  new Promise<number>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('A TCP server has an address and a port.');
      done(address.port);
    });
  });

function refuseNoise(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const tooSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  socket.end(
    rawRefusal(tooLong ? '431 Request Header Fields Too Large' : tooSlow ? '408 Request Timeout' : '400 Bad Request'),
  );
}
