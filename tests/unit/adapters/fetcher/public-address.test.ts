import { BlockList } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from '../../../../src/adapters/fetcher/public-address.ts';

/** What the registries of special addresses say, in Node's own words. */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const NOT_PUBLIC_6 = [
  // Nothing outside 2000::/3 is handed out.
  '::/3',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '4000::/2',
  '8000::/1',
];

const special4 = blockList(NOT_PUBLIC_4, 'ipv4');
const special6 = blockList(NOT_PUBLIC_6, 'ipv6');

/** Addresses from everywhere, and as many from the special blocks and their edges. */
const ipv4 = fc.oneof(
  fc.ipV4(),
  fc
    .tuple(fc.constantFrom(...NOT_PUBLIC_4), fc.integer({ min: -2, max: 300 }))
    .map(([block, offset]) => fromNumber(toNumber(block.split('/')[0] ?? '') + offset)),
);
const group = fc.integer({ min: 0, max: 0xffff });
const ipv6 = fc
  .tuple(
    fc.constantFrom<number[]>(
      [],
      [0],
      [0x64, 0xff9b],
      [0x64, 0xff9b, 1],
      [0x2001, 0xdb8],
      [0x2002],
      [0x3fff],
    ),
    fc.array(group, { minLength: 8, maxLength: 8 }),
  )
  .map(([start, rest]) =>
    [...start, ...rest]
      .slice(0, 8)
      .map((value) => value.toString(16))
      .join(':'),
  );

test('an IPv4 address is public exactly when no registry of special addresses has it', () => {
  fc.assert(
    fc.property(ipv4, (address) => {
      fc.pre(address !== '168.63.129.16' && !/^192\.(175\.48|31\.196|52\.193)\./.test(address));
      expect(isPublicAddress(address)).toBe(!special4.check(address, 'ipv4'));
    }),
    { numRuns: 2000 },
  );
});

test('an IPv6 address is public exactly when no registry of special addresses has it', () => {
  fc.assert(
    fc.property(ipv6, (address) => {
      fc.pre(!address.startsWith('2620:4f:8000'));
      expect(isPublicAddress(address)).toBe(!special6.check(address, 'ipv6'));
    }),
    { numRuns: 2000 },
  );
});

test('no IPv6 address that carries an IPv4 address is public', () => {
  fc.assert(
    fc.property(
      ipv4,
      fc.constantFrom('::ffff:', '::', '::ffff:0:', '64:ff9b::', '64:ff9b:1::'),
      (address, prefix) => {
        expect(isPublicAddress(`${prefix}${address}`)).toBe(false);
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const hex = [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(':');
        expect(isPublicAddress(`2002:${hex}::1`)).toBe(false);
      },
    ),
  );
});

test.each([
  '8.8.8.8',
  '93.184.216.34',
  '172.15.255.255',
  '172.32.0.0',
  '100.63.255.255',
  '223.255.255.255',
  '2606:4700::1111',
  '2a00:1450:4001:800::200e',
])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

test.each([
  '168.63.129.16',
  'fd00:ec2::254',
  'fe80::1%eth0',
  '',
  'localhost',
  '127.1',
  '2130706433',
  '0x7f000001',
  '8.8',
  '1.1.1.1 ',
])('"%s" is not', (address) => expect(isPublicAddress(address)).toBe(false));

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function fromNumber(value: number): string {
  const clamped = Math.min(Math.max(value, 0), 0xffffffff);
  return [24, 16, 8, 0].map((shift) => Math.floor(clamped / 2 ** shift) % 256).join('.');
}

function blockList(blocks: string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [net = '', prefix] = block.split('/');
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}
