import type { MessagePort } from 'node:worker_threads';

/**
 * How a host starts the process that reads what could bring a process down. It is joined to the port: what is posted at
 * the other end reaches it and its answers come back there; closing the port kills it, and its end closes the port.
 */
export type StartApart = (port: MessagePort) => void;
