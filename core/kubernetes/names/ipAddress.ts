/** Whether a text is an IPv4 or IPv6 address as old servers took it: leading zeros in IPv4 are fine (ParseIPSloppy), a zone is not. */
export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** Whether a number of the address (also of an IPv4 one at the end of an IPv6 one) is written like an octal one: `10.0.0.010`. */
export function hasLeadingZeros(address: string): boolean {
  return (
    address.includes('.') &&
    address
      .slice(address.lastIndexOf(':') + 1)
      .split('.')
      .some(part => /^0\d/.test(part))
  );
}

/** Whether an address is an IPv4 one in IPv6 clothes: `::ffff:10.0.0.1`. */
export function isMappedIpv4(address: string): boolean {
  const groups = address.includes(':') ? groupsOf(address) : [];
  return groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff;
}

/** The address as Go prints it (net.IP.String): IPv4 without leading zeros, IPv6 as in RFC 5952. */
export function canonicalAddress(address: string): string {
  if (!address.includes(':')) return address.split('.').map(Number).join('.');
  const groups = groupsOf(address);
  if (isMappedIpv4(address))
    return groups
      .slice(6)
      .flatMap(group => [group >> 8, group & 0xff])
      .join('.');
  const [start, length] = longestZeros(groups);
  const hex = (some: readonly number[]): string => some.map(group => group.toString(16)).join(':');
  return length < 2 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

/** The eight groups of sixteen bits of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const [before = '', after] = address.split('::');
  const head = numbersOf(before);
  const tail = after === undefined ? [] : numbersOf(after);
  return [...head, ...Array<number>(Math.max(0, 8 - head.length - tail.length)).fill(0), ...tail];
}

function numbersOf(half: string): readonly number[] {
  if (half === '') return [];
  return half.split(':').flatMap(group => (group.includes('.') ? pairOf(group) : [Number.parseInt(group, 16)]));
}

function pairOf(ipv4: string): readonly number[] {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
}

/** Where the longest run of zero groups starts, and its length; the first of several. */
function longestZeros(groups: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  groups.forEach((_, start) => {
    const end = groups.findIndex((group, index) => index >= start && group !== 0);
    const length = (end < 0 ? groups.length : end) - start;
    if (length > best[1]) best = [start, length];
  });
  return best;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every(part => /^[0-9]{1,10}$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  if (!text.includes(':')) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const embedded = last.includes('.');
  if (embedded && !isIpv4(last)) return false;
  const plain = embedded ? groups.slice(0, -1) : groups;
  const count = plain.length + (embedded ? 2 : 0);
  return plain.every(group => /^[0-9a-fA-F]{1,4}$/.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}
