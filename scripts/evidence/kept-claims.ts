import { readFileSync } from 'node:fs';
import { claimLink, type Bounds, type Claim } from './claims';
import { runEnd, type RunEnd } from './run-end';

/** What was measured of one claim with one seed. */
export interface KeptClaim {
  readonly claim: string;
  readonly seed: number;
  /** Links of its runs. */
  readonly runs: Readonly<Record<string, string>>;
  readonly measured: Readonly<Record<string, number>>;
  /** Null where there is none. */
  readonly bounds: Readonly<Record<string, readonly [number | null, number | null]>>;
}

export interface KeptClaims {
  /** The day, as in 2026-01-31. */
  readonly measured: string;
  readonly versions: Readonly<Record<'page' | 'node', string>>;
  readonly claims: readonly KeptClaim[];
}

export const claimsFile = new URL('../../fixtures/evidence/claims.json', import.meta.url);
export const readClaims = () => JSON.parse(readFileSync(claimsFile, 'utf8')) as KeptClaims;

/** What is to be measured, as it stands in the file: whoever changes a run or a bound measures anew. */
export const planOf = (claim: Claim, seed: number): Pick<KeptClaim, 'claim' | 'seed' | 'runs' | 'bounds'> => ({
  claim: claim.name,
  seed,
  runs: Object.fromEntries(Object.entries(claim.runs(seed)).map(([name, run]) => [name, claimLink(run)])),
  bounds: Object.fromEntries(
    Object.entries(claim.bounds).map(([name, bounds]) => [
      name,
      bounds.map((bound) => (Number.isFinite(bound) ? bound : null)) as [number | null, number | null],
    ]),
  ),
});

/** Measures a claim with one seed. @param known runs that were made for others. */
export async function measureClaim(
  claim: Claim,
  seed: number,
  known = new Map<string, Promise<RunEnd>>(),
): Promise<KeptClaim> {
  const plan = planOf(claim, seed);
  const ends: Record<string, RunEnd> = {};
  for (const [name, link] of Object.entries(plan.runs)) {
    const made = known.get(link) ?? runEnd(link);
    known.set(link, made);
    ends[name] = await made;
  }
  return { ...plan, measured: claim.measured(ends, claim.runs(seed)) };
}

/** The values that are not within their bounds, as text. */
export function outside({ claim, seed, measured }: KeptClaim, bounds: Readonly<Record<string, Bounds>>): string[] {
  return Object.entries(bounds)
    .filter(([name, [least, most]]) => !(measured[name]! >= least && measured[name]! <= most))
    .map(([name, [least, most]]) => `${claim}, seed ${seed}: ${name} is ${measured[name]}, not ${least} to ${most}`);
}
