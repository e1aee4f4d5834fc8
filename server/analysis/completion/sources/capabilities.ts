import type { ValueSource } from '../valueSource.ts';

const usual = [
  'NET_ADMIN',
  'NET_RAW',
  'SYS_ADMIN',
  'SYS_PTRACE',
  'SYS_RESOURCE',
  'BPF',
  'PERFMON',
  'DAC_READ_SEARCH',
  'DAC_OVERRIDE',
  'IPC_LOCK',
];
const others = [
  'CHOWN',
  'FOWNER',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYSLOG',
  'SYS_CHROOT',
  'SYS_MODULE',
  'SYS_NICE',
  'SYS_TIME',
];

/** Linux capabilities as the API takes them, without CAP_. */
export const capabilityNames: ValueSource = ({ type, field }) => {
  if (type !== 'Capabilities') return [];
  const names = field === 'drop' ? ['ALL', ...others] : [...usual, ...others, 'ALL'];
  return names.map(value => ({ value }));
};
