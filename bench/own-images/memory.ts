import { readdirSync, readFileSync } from 'node:fs';

/** Memory that processes of a browser hold, in MB: resident, and without what they share. Linux only. */
export function privateMegabytes(rootPid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // After the name, which may hold anything: state, then parent.
      parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOf = (pid: number): boolean => pid === rootPid || (parents.has(pid) && isOf(parents.get(pid)!));
  let bytes = 0;
  for (const pid of [...parents.keys()].filter(isOf)) {
    try {
      const [, resident, shared] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
      bytes += (resident! - shared!) * 4096;
    } catch {
      // As above.
    }
  }
  return bytes / 1e6;
}
