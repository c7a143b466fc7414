import fc from 'fast-check';
import { asLine, linesOf, withoutEnd } from './lines';
import { mend } from './mend';
import type { Parameter } from './parameter';
import { defaults, parameterKeys, parameters, type Experiment } from './parameters';
import { writeRun } from './runs';

// The same draws in every run of the suite: a failure is a change of the code, never of the dice.
fc.configureGlobal({ seed: 20250408 });

/** For tests: any value that the table allows, with its bounds and default drawn often. */
function anyValue(parameter: Parameter): fc.Arbitrary<unknown> {
  switch (parameter.kind) {
    case 'number': {
      const { min, max } = parameter;
      const inside = parameter.integer
        ? fc.integer({ min, max })
        : fc.double({ min, max, noNaN: true }).map((v) => v + 0);
      return fc.oneof({ weight: 3, arbitrary: inside }, fc.constantFrom(min, max, parameter.default));
    }
    case 'choice':
      return fc.constantFrom(...Object.keys(parameter.values));
    case 'flag':
      return fc.boolean();
    case 'pair':
      return fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 });
    case 'list':
      return fc.subarray([...parameter.values]);
    case 'runs':
      return fc
        .uniqueArray(fc.record({ sigma: fc.constantFrom(0, 0.1, 0.4), m: fc.constantFrom(1, 64, 400) }), {
          maxLength: parameter.most,
          selector: (patch) => JSON.stringify(patch),
        })
        .map((patches) => patches.map((patch) => writeRun({ ...defaults, ...patch })));
    case 'lines':
      return fc
        .array(
          fc.oneof(
            fc.constantFrom(
              '',
              'a;b~1%3B',
              '~',
              '100%',
              '&amp; =3D',
              '<b>“so”</b>',
              '秩上升了。',
              'end_',
              'why (not).',
              '+1',
            ),
            fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => asLine(text, parameter.longest)),
          ),
          { maxLength: parameter.most },
        )
        .map(withoutEnd);
    case 'classes':
      return fc.oneof(
        fc.constant([]),
        fc.uniqueArray(fc.stringMatching(/^[a-zé船]([ a-z-]{0,8}[a-z])?$/), { minLength: 2, maxLength: 2 }),
      );
    case 'name':
      return fc.stringMatching(/^[a-z0-9-]{0,40}$/);
  }
}

/** For tests: every field valid by itself; combinations that cannot be are among them. */
export const anyCombination: fc.Arbitrary<Experiment> = fc.record(
  Object.fromEntries(parameterKeys.map((key) => [key, anyValue(parameters[key])])),
) as unknown as fc.Arbitrary<Experiment>;

/** For tests: every valid experiment. */
export const anyExperiment = anyCombination.map((combination) => {
  const { experiment } = mend(combination);
  return { ...experiment, talk: linesOf(experiment, experiment.pins) };
});
