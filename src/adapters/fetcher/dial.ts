import { once } from 'node:events';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Milliseconds after which the next address of a host is tried as well. */
const NEXT_ADDRESS_MS = 1000;

/** Opens a connection to the first of `addresses` that takes it. @throws the system's error when none does. */
export type Dial = (addresses: readonly string[], port: number, signal: AbortSignal) => Promise<Socket>;

/** The addresses of a name. @throws the system's error when there are none. */
export type Lookup = (name: string) => Promise<string[]>;

/** Dials the addresses that it is given; no name is looked up on the way. */
export const dialTcp: Dial = async (addresses, port, signal) => {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_name, _options, callback) => callback(null, found);
  const socket = connectTcp({
    host: 'checked.invalid',
    port,
    lookup,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
  });
  return connected(socket, 'connect', signal);
};

/** Speaks TLS over a connection. @throws the system's error when the certificate is not one of `name`. */
export function secure(socket: Socket, name: string, signal: AbortSignal): Promise<Socket> {
  const servername = isIP(name) === 0 ? name : '';
  const secured = connectTls({ socket, servername, host: name, ALPNProtocols: ['http/1.1'] });
  return connected(secured, 'secureConnect', signal);
}

async function connected(socket: Socket, event: string, signal: AbortSignal): Promise<Socket> {
  try {
    await once(socket, event, { signal });
  } catch (error) {
    socket.destroy();
    signal.throwIfAborted();
    throw error;
  } finally {
    // Whoever reads from it hears of its errors; one that comes when nobody does must not end the process.
    socket.on('error', () => {});
  }
  return socket;
}
