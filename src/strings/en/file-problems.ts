import type { Difference, FileFault } from '../../problems/files';
import type { GivenProblem } from '../../problems/given';
import type { Found } from '../../problems/values';

/** What is wrong with a run file: a clause. @param clauses says what is wrong with a field of its link. */
export function fileFault(fault: FileFault, clauses: (problem: GivenProblem) => string): string {
  switch (fault.kind) {
    case 'too-large':
      return `it is larger than ${fault.megabytes} MB`;
    case 'too-deep':
      return `it is nested more than ${fault.most} deep`;
    case 'not-json':
      return 'it is not JSON, or was cut off';
    case 'unreadable':
      return 'it could not be read';
    case 'images-unreadable':
      return 'the images in it cannot be read';
    case 'images-other':
      return 'the images in it are not those that its link names';
    case 'not-a-run':
      return `format is not “${fault.format}”: this is no run of this page`;
    case 'other-version':
      return `version is ${foundWords(fault.found)}; this page reads version ${fault.version}`;
    case 'link':
      return `its link cannot be used (${fault.field}: ${clauses(fault.problem)})`;
    case 'missing':
      return `${fault.field} is missing`;
    case 'not-a-step':
      return `${fault.field} is not a recorded step`;
    case 'not-later':
      return `${fault.field} does not follow the one before`;
    case 'rises':
      return `${fault.field} is larger than the one before`;
    case 'not-finite':
      return `${fault.field} is ${foundWords(fault.found)}, not a finite number`;
    case 'not-whole':
      return `${fault.field} is ${foundWords(fault.found)}, not a whole number`;
    case 'not-text':
      return `${fault.field} is ${foundWords(fault.found)}, not a text`;
    case 'not-flag':
      return `${fault.field} is ${foundWords(fault.found)}, neither true nor false`;
    case 'not-list':
      return `${fault.field} is ${foundWords(fault.found)}, not a list`;
    case 'outside':
      return `${fault.field} is ${foundWords(fault.found)}, outside ${fault.least} to ${fault.most ?? 'infinity'}`;
    case 'not-one-of':
      return `${fault.field} is ${foundWords(fault.found)}, not one of ${fault.choices.join(', ')}`;
    case 'too-long':
      return `${fault.field} is longer than ${fault.most} characters`;
    case 'entries':
      return `${fault.field} has ${fault.count} entries, not ${fault.fewest} to ${fault.most}`;
  }
}

function foundWords(found: Found): string {
  switch (found.kind) {
    case 'nothing':
      return 'missing';
    case 'list':
      return 'a list';
    case 'object':
      return 'an object';
    case 'text':
      return `“${found.written}”`;
    case 'value':
      return found.written;
  }
}

/** How this device's run differs from a file's: a clause. */
export function differenceWords(difference: Difference): string {
  const { here, there } = difference;
  switch (difference.kind) {
    case 'loss':
      return `loss ${here.toPrecision(4)} instead of ${there.toPrecision(4)} at step ${difference.step}`;
    case 'count':
      return `${here} singular values of the filters instead of ${there}`;
    case 'value':
      return `singular value ${difference.at} of the filters is ${here.toPrecision(4)} instead of ${there.toPrecision(4)} at step ${difference.step}`;
  }
}
