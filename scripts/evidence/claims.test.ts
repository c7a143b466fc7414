import { describe, expect, it } from 'vitest';
import { en } from '../../src/strings/en';
import { claims, type Claim } from './claims';
import { measureClaim, outside, planOf, readClaims } from './kept-claims';

const kept = readClaims();
const keptOf = (claim: Claim) => kept.claims.filter(({ claim: name }) => name === claim.name);

describe('what is claimed of networks, training and noise, by runs at full size that were kept,', () => {
  it('was measured of these claims, runs and bounds: else npm run evidence -- claims', () => {
    expect(kept.measured).toMatch(/^20\d\d-\d\d-\d\d$/);
    const plans = kept.claims.map(({ claim, seed, runs, bounds }) => ({ claim, seed, runs, bounds }));
    expect(plans).toEqual(claims.flatMap((claim) => claim.seeds.map((seed) => planOf(claim, seed))));
  });

  it.each(claims)('is so with every seed: $name, as $because', (claim) => {
    expect(claim.seeds.length).toBeGreaterThanOrEqual(3);
    expect(keptOf(claim).map(({ seed }) => seed)).toEqual(claim.seeds);
    for (const one of keptOf(claim)) {
      expect(Object.keys(one.measured).toSorted()).toEqual(Object.keys(claim.bounds).toSorted());
      expect(outside(one, claim.bounds)).toEqual([]);
    }
  });

  it.each(['Attention finds the object, until the break', 'Batches of 16: filters as by gradient descent'])(
    'is what runs give now: %s',
    async (name) => {
      const claim = claims.find((one) => one.name === name)!;
      const [was] = keptOf(claim),
        { measured } = await measureClaim(claim, claim.seeds[0]!);
      for (const [value, is] of Object.entries(measured)) expect(is, value).toBeCloseTo(was!.measured[value]!, 3);
    },
  );

  it('fails where a value is out of bounds, or is none', () => {
    const [claim] = claims,
      [one] = keptOf(claim!);
    const [name] = Object.keys(claim!.bounds);
    for (const value of [1e9, -1e9, NaN])
      expect(outside({ ...one!, measured: { ...one!.measured, [name!]: value } }, claim!.bounds)).toHaveLength(1);
  });

  it('is what the page says of where half of the energy leaves', () => {
    const said = JSON.stringify(en.theory, (_, value: unknown) =>
      typeof value === 'function' ? String(value) : value,
    );
    const measured = (patches: number) =>
      kept.claims
        .filter(({ claim }) => claim.startsWith(`${patches} patches:`))
        .map((one) => one.measured['half-way, σ*']!);
    const near = (patches: number) => {
      const all = measured(patches);
      return `${(all.reduce((sum, one) => sum + one, 0) / all.length).toFixed(1)}σ*`;
    };
    expect(said).toContain(`near ${near(2)} with 2 patches, ${near(4)} with 4 and ${near(16)} with 16`);
  });
});
