import { expect, test } from 'vitest';
import { dialTcp } from '../../../../src/adapters/fetcher/dial.ts';
import { webServer } from '../../../support/web/server.ts';
import { failureOf } from '../../../support/web/world.ts';

const never = new AbortController().signal;

test('the first of several addresses that takes the connection', async () => {
  const server = await webServer({});
  // Nothing listens at the first two.
  const socket = await dialTcp(['127.0.0.2', '127.0.0.3', '127.0.0.1'], server.port, never);
  expect(socket.remoteAddress).toBe('127.0.0.1');
  socket.destroy();
});

test('none that takes it', async () => {
  expect(await failureOf(dialTcp(['127.0.0.2', '127.0.0.3'], 1, never))).toMatchObject({
    code: 'ECONNREFUSED',
  });
});

test('given up before it is open', async () => {
  const reason = new Error('given up');
  expect(await failureOf(dialTcp(['127.0.0.1'], 1, AbortSignal.abort(reason)))).toBe(reason);
});
