import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { command, linesIn, mergeAndCompare, needed, program, shards, sweep, until, type Bench } from './bench';

const packages = ['slurm-wlm', 'munge'];
const host = hostname().split('.')[0]!;

/** Slurm on this machine alone, with accounts of nobody and files in a folder of its own. */
const configuration = (folder: string) => `ClusterName=trial
SlurmctldHost=${host}
AuthType=auth/munge
SlurmUser=root
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
JobRequeue=1
NodeName=${host} CPUs=2 State=UNKNOWN
PartitionName=p Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;

/** The script of the recipe in docs/CLUSTER.md. */
const job = (bench: Bench, folder: string) => `#!/bin/sh
#SBATCH --array=0-${shards - 1} --requeue --open-mode=append
#SBATCH --cpus-per-task=1 --output=${folder}/task-%a.log
exec ${process.execPath} ${command} ${sweep(bench).join(' ')} --shard slurm --out '${folder}/{shard}.ndjson' --resume
`;

/** A job array of eight tasks, one of which is killed half way and requeued. */
export async function bySlurm(bench: Bench): Promise<void> {
  needed(['slurmctld', 'slurmd', 'sbatch', 'munged'], packages);
  const folder = join(bench.folder, 'slurm');
  for (const name of ['', 'state', 'spool']) mkdirSync(join(folder, name), { recursive: true });
  const env = { SLURM_CONF: join(folder, 'slurm.conf') };
  writeFileSync(env.SLURM_CONF, configuration(folder));
  writeFileSync(join(folder, 'job.sh'), job(bench, folder), { mode: 0o755 });
  const munge = startMunge();
  try {
    program('slurmctld', [], env);
    program('slurmd', [], env);
    await until('the start of Slurm', () => idle(env), 60);
    const began = Date.now();
    const id = program('sbatch', ['--parsable', join(folder, 'job.sh')], env).trim();
    const part = (shard: number) => join(folder, `${shard}.ndjson`);
    const each = bench.runs / shards;
    await until('half of a task', () => linesIn(part(3)) >= each / 2);
    const had = linesIn(part(3));
    // Its processes are killed outright; requeued, it goes on with what is there.
    program('scancel', ['--signal=KILL', '--full', `${id}_2`], env);
    await until('the end of the task', () => !/RUNNING|COMPLETING/.test(state(`${id}_2`, env)), 60);
    program('scontrol', ['requeue', `${id}_2`], env);
    // Slurm lets two minutes pass before it starts what was requeued.
    program('scontrol', ['update', `JobId=${id}_2`, 'StartTime=now'], env);
    await until('the job', () => program('squeue', ['-h', '-j', id], env).trim() === '', 3600);
    mergeAndCompare(bench, {
      engine: 'Slurm',
      folder,
      parts: Array.from({ length: shards }, (_, i) => part(i + 1)).toReversed(),
      ms: Date.now() - began,
      killed: `task 3 was killed at ${had} of ${each} runs and requeued`,
    });
  } finally {
    for (const name of ['slurmd', 'slurmctld']) await stop(join(folder, `${name}.pid`));
    if (munge) await stop(munge);
  }
}

const state = (task: string, env: Readonly<Record<string, string>>): string =>
  /JobState=(\S+)/.exec(program('scontrol', ['show', 'job', task], env))?.[1] ?? '';

function idle(env: Readonly<Record<string, string>>): boolean {
  try {
    return program('sinfo', ['-h', '-o', '%T'], env).includes('idle');
  } catch {
    return false;
  }
}

/** @returns the file that holds its process, where it was not running already. */
function startMunge(): string | null {
  try {
    program('sh', ['-c', 'munge -n >/dev/null 2>&1']);
    return null;
  } catch {
    const [uid, gid] = program('sh', ['-c', 'id -u munge; id -g munge']).trim().split('\n').map(Number);
    for (const folder of ['/etc/munge', '/run/munge', '/var/log/munge', '/var/lib/munge']) {
      mkdirSync(folder, { recursive: true });
      chownSync(folder, uid!, gid!);
    }
    const key = '/etc/munge/munge.key';
    if (!existsSync(key)) {
      writeFileSync(key, randomBytes(1024), { mode: 0o400 });
      chownSync(key, uid!, gid!);
    }
    execFileSync('munged', [], { uid: uid!, gid: gid!, stdio: 'ignore' });
    return '/run/munge/munged.pid';
  }
}

async function stop(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  const runs = () => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  if (runs()) process.kill(pid, 'SIGTERM');
  await until(`the end of ${pidFile}`, () => !runs(), 30);
  rmSync(pidFile, { force: true });
}
