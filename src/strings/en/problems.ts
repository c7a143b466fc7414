import { namesField, type Notice } from '../../experiment/notice';
import type { Reason } from '../../problems/device';
import type { LoadFault, PackFault } from '../../problems/digits';
import type { GivenProblem } from '../../problems/given';
import type { Problem } from '../../problems/problem';
import { differenceWords, fileFault } from './file-problems';
import { backends } from './first';
import { imagesProblem } from './image-problems';

/** What is wrong with something that was given, and what is done about it, if anything: clauses, said after the field's name. */
export function given(problem: GivenProblem): { readonly wrong: string; readonly remedy?: string } {
  switch (problem.kind) {
    case 'outside':
      return {
        wrong: `${problem.given} is outside ${problem.min} to ${problem.max}`,
        remedy: `${problem.used} is used`,
      };
    case 'not-whole':
      return { wrong: `${problem.given} is not a whole number`, remedy: `${problem.used} is used` };
    case 'not-number':
      return { wrong: `“${problem.given}” is not a number`, remedy: instead(problem.used) };
    case 'not-flag':
      return { wrong: `“${problem.given}” is neither 1 nor 0`, remedy: instead(problem.used) };
    case 'not-pair':
      return { wrong: `“${problem.given}” is not two different digits such as 0-1`, remedy: instead(problem.used) };
    case 'not-name':
      return {
        wrong: `“${problem.given}” is not a name of lower-case letters, digits and hyphens`,
        remedy: instead(problem.used),
      };
    case 'not-one-of':
      return { wrong: `“${problem.given}” is not one of ${problem.choices.join(', ')}`, remedy: instead(problem.used) };
    case 'not-among':
      return {
        wrong: `“${problem.given}” ${problem.count > 1 ? 'are' : 'is'} not among ${problem.choices.join(', ')}`,
      };
    case 'too-many-runs':
      return {
        wrong: `${problem.count} runs are more than ${problem.most}`,
        remedy: `the first ${problem.most} are kept`,
      };
    case 'too-many-lines':
      return {
        wrong: `${problem.count} lines are more than the ${problem.most} pinned runs`,
        remedy: 'the others are left out',
      };
    case 'not-line':
      return {
        wrong: `“${problem.given}” is not one line of at most ${problem.most} characters`,
        remedy: 'it is left out',
      };
    case 'unknown-key':
      return { wrong: 'no parameter has this name', remedy: 'it was ignored' };
    case 'other-version':
      return { wrong: `this page reads links of version ${problem.version}`, remedy: 'the rest was read as such' };
    case 'link-too-long':
      return {
        wrong: `it is longer than ${problem.most} characters and was not read`,
        remedy: 'the default experiment is used',
      };
    case 'unknown-step':
      return { wrong: `there is no step named “${problem.name}”`, remedy: 'the tour was left' };
    case 'not-of-run':
      return { wrong: `“${problem.given}” is not a parameter of a run with its value`, remedy: 'it was ignored' };
    case 'in-run': {
      const inner = given(problem.problem);
      return { ...inner, wrong: `${problem.field}: ${inner.wrong}` };
    }
    case 'signal-too-large': {
      const { side, basis, room, signalDimension, used } = problem;
      return {
        wrong: `a patch of side ${side} has only ${room} ${basis === 'cosine' ? 'cosines' : 'dimensions'}, so 2K = ${signalDimension} cannot be orthogonal`,
        remedy: `${used} is used`,
      };
    }
    case 'too-many-digits':
      return {
        wrong: `there are ${problem.perDigit} training images of each digit here`,
        remedy: `${problem.used} is used`,
      };
    case 'not-classes':
      return {
        wrong: `“${problem.given}” is not two different names of classes such as ship,horse`,
        remedy: problem.used === '' ? 'the first two classes are used' : instead(problem.used),
      };
    case 'names-no-images':
      return { wrong: 'own images are asked for, and no images are named', remedy: instead(problem.used) };
    case 'too-many-of-class':
      return {
        wrong: `there are ${problem.perClass} training images of each class here`,
        remedy: `${problem.used} is used`,
      };
    case 'no-such-classes':
      return {
        wrong: `“${problem.given}” are not classes of these images, which have ${problem.classes.slice(0, 12).join(', ')}`,
        remedy: instead(problem.used),
      };
    case 'images-are-grey':
      return { wrong: 'these images have no colour', remedy: instead(problem.used) };
    case 'too-many-windows': {
      const { side, stride, windows, most, used } = problem;
      return {
        wrong: `windows of side ${side} at stride ${stride} would be ${windows} patches, more than ${most}`,
        remedy: `${used} is used`,
      };
    }
    case 'taken-along':
      return { wrong: `${problem.values.join(', ')} ${problem.values.length > 1 ? 'go' : 'goes'} with it` };
    case 'only-with':
      return {
        wrong: `it belongs to the ${problem.net === 'deep' ? 'deep CNN' : 'transformer'} (net=${problem.net})`,
        remedy: `${problem.used} is used`,
      };
    case 'too-narrow':
      return {
        wrong: `the transformer needs a width of at least ${problem.least}`,
        remedy: `${problem.least} is used`,
      };
    case 'batch-too-large':
      return { wrong: `there are only ${problem.n} training images`, remedy: 'each step takes all of them' };
    case 'image-too-large': {
      const { patches, pixels, most } = problem;
      return {
        wrong: `without weight sharing a filter is as large as an image, and ${patches} patches have ${pixels} pixels, more than ${most}`,
        remedy: 'the two-layer CNN is used',
      };
    }
    case 'after-end':
      return { wrong: `the run ends at step ${problem.steps}`, remedy: `${problem.steps} is used` };
    case 'not-swept':
      return {
        wrong: `“${problem.given}” is not a number that can be swept`,
        remedy: `one of ${problem.keys.join(', ')} is`,
      };
    case 'not-levels':
      return { wrong: `${problem.key}: “${problem.given}” is not from:to:levels` };
    case 'not-a-count':
      return { wrong: `${problem.key}: “${problem.given}” is not a number of levels from 1 to ${problem.most}` };
    case 'not-a-level':
      return { wrong: `${problem.key}: ${given(problem.problem).wrong}` };
  }
}

const instead = (used: string) => `${used || 'none'} is used`;

/** Both clauses, without a full stop. */
function clauses(problem: GivenProblem): string {
  const { wrong, remedy } = given(problem);
  return remedy === undefined ? wrong : `${wrong}; ${remedy}`;
}

function text(problem: Problem): string {
  switch (problem.kind) {
    case 'unexpected':
      return problem.message;
    case 'part-missing':
      return 'The part of the page that does this did not arrive. Is the connection up? Then try again.';
    case 'not-trained-there':
      return 'This backend does not train this network, or not in this way.';
    case 'no-simd':
      return 'There is no WebAssembly SIMD here, which the fast processor backend needs.';
    case 'wasm-forbidden':
      return 'WebAssembly may not run on this page: the security policy of its host does not allow it.';
    case 'no-memory':
      return `This experiment needs ${problem.megabytes} MB of memory, more than is granted here.`;
    case 'no-webgl':
      return 'This browser offers no WebGL 2 here.';
    case 'half-precision':
      return 'This graphics processor computes in half precision only, which is too coarse to train with.';
    case 'gpu-full':
      return 'These images do not fit into the memory of the graphics processor.';
    case 'gpu-taken':
      return 'The graphics processor was taken away from this page.';
    case 'gpu-silent':
      return 'The graphics processor no longer answers.';
    case 'worker-not-started':
      return 'The training worker could not be started: its script did not arrive, or this browser or the page’s host allows none.';
    case 'worker-keeps-stopping':
      return 'The training worker stopped, several times in a row. The experiment may be too large for this device: try fewer images, smaller patches or a smaller width.';
    case 'no-backend':
      return 'None of the ways to train works in this browser. Reload the page, or try another browser.';
    case 'moved':
      return problem.backend === null
        ? text(problem.problem)
        : `${text(problem.problem)} Training runs on ${backends[problem.backend]} instead.`;
    case 'replayed':
      return `${problem.lost === 'worker' ? 'The training worker stopped' : 'The GPU was taken away'}; the run was replayed to step ${problem.step} from the same seed.`;
    case 'pack-damaged':
      return packDamaged(problem.fault);
    case 'digit-not-loaded':
      return `${packed(problem)} could not be loaded: ${loadFault(problem.fault)}`;
    case 'digit-not-in-file': {
      const { held } = problem;
      const choice =
        held.length > 1 ? `Choose among ${held.join(', ')}, or synthetic images` : 'Choose synthetic images';
      return `${packed(problem)} is not in this file, which keeps everything in itself to work without a network. ${choice}, or open the page from the web, where all ${sets[problem.set].all} are.`;
    }
    case 'one-run-opened':
      return `Of ${problem.count} run files the first, ${problem.name}, is opened: the page shows one run at a time. Pin it and drop the next to compare them.`;
    case 'not-opened':
      return `${problem.name} was not opened: ${fileFault(problem.fault, clauses)}. The page stays as it was.`;
    case 'computed-otherwise':
      return `This device computed something else than the file holds: ${differenceWords(problem.difference)}. What you see is this device’s run.`;
    case 'no-run':
      return 'There is no run to save yet.';
    case 'arrays-too-large':
      return `This experiment’s images would be a file of ${problem.megabytes} MB; at most ${problem.most} MB are written. Try fewer images n, fewer patches or a smaller patch side.`;
    case 'too-many-pixels':
      return `${problem.width} × ${problem.height} pixels are more than a browser can paint; choose a smaller size or SVG.`;
    case 'cannot-paint':
      return 'This browser cannot paint pictures; SVG works.';
    case 'not-painted':
      return 'This browser could not paint the figure; SVG works.';
    case 'picture-unread':
      return 'The picture could not be read.';
    case 'pixels-hidden':
      return 'This browser hands out other pixels than were painted, so that visitors cannot be told apart: pictures would be stripes. SVG and PDF of charts work, or allow this page to read its canvases.';
    case 'pixels-in-latex':
      return 'This figure has pictures of pixels, which TeX files do not hold; save it as PDF and include that.';
    case 'not-in-latex':
      return `Plain pdflatex has no letter “${problem.letter}”; save the figure as PDF, or turn the page to English.`;
    case 'no-clipboard':
      return 'This browser lets no page copy pictures; save it as PNG.';
    case 'clipboard-refused':
      return 'The browser refused to copy the picture; allow it, or save it as PNG.';
    case 'no-video':
      return 'This browser cannot encode video of this size; choose GIF, or a smaller size.';
    case 'tab-hidden':
      return 'The page was hidden, and hidden pages draw nothing: keep it in sight while moving pictures are made.';
    case 'no-room':
      return 'There is not enough memory left for the moving picture; choose fewer seconds or a smaller size.';
    case 'nothing-moves':
      return 'There is no run to move through yet; let it finish first.';
    case 'run-too-long':
      return `One run takes longer than ${problem.seconds} s here; move through training instead, or choose fewer steps or images.`;
    case 'unknown-panel':
      return `There is no panel “${problem.panel}”; there are ${problem.panels.join(', ')}.`;
    case 'panel-is-table':
      return `The panel “${problem.panel}” is a table and has no picture.`;
    case 'panel-absent':
      return `The panel “${problem.panel}” is not on the page now.`;
    case 'panel-empty':
      return `There is nothing in the panel “${problem.panel}” to save yet.`;
    case 'images-refused':
    case 'images-missing':
    case 'no-such-class':
    case 'too-few-images':
    case 'nothing-left':
      return imagesProblem(problem);
    default:
      return `${clauses(problem)}.`;
  }
}

/** The sets that the page ships: one of its classes, and all. */
const sets = { mnist: { one: 'MNIST digit', all: 'digits' }, fashion: { one: 'Fashion-MNIST class', all: 'classes' } };
const packed = ({ set, digit }: { readonly set: keyof typeof sets; readonly digit: number }) =>
  `${sets[set].one} ${digit}`;

function loadFault(fault: LoadFault): string {
  switch (fault.kind) {
    case 'no-answer':
      return 'no answer from the server. Is the connection up?';
    case 'broke-off':
      return 'the connection broke off. Try again.';
    case 'refused':
      return `the server answered ${fault.status} for ${fault.url}.`;
    case 'other-digit':
      return `the file at ${fault.url} holds digit ${fault.found}.`;
    case 'damaged':
      return packDamaged(fault.fault);
    case 'unexpected':
      return fault.message;
  }
}

function packDamaged(fault: PackFault): string {
  return `The file of images is damaged: ${packFault(fault)}.`;
}

function packFault(fault: PackFault): string {
  switch (fault.kind) {
    case 'magic':
      return `magic is ${JSON.stringify(fault.found)}, not "${fault.wanted}"; this is some other file`;
    case 'version':
      return `version is ${fault.found}, not ${fault.wanted}`;
    case 'digit':
      return `digit is ${fault.found}, not 0 to 9`;
    case 'counts':
      return `counts are ${fault.train} training and ${fault.test} test images, not ${fault.wantedTrain} and ${fault.wantedTest}`;
    case 'size':
      return `image size is ${fault.rows}×${fault.columns}, not ${fault.wanted}×${fault.wanted}`;
    case 'no-header':
      return `truncated: ${fault.found} bytes are fewer than the header's ${fault.wanted}`;
    case 'cut-off':
      return `truncated: ${fault.found} of ${fault.wanted} bytes of pixels`;
    case 'trailing':
      return `${fault.bytes} trailing bytes`;
    case 'not-gzip':
      return 'pixels do not decompress';
    case 'more-pixels':
      return `pixels are more than ${fault.most} bytes`;
    case 'fewer-pixels':
      return `pixels are ${fault.found} bytes, not ${fault.wanted}`;
  }
}

function reason(reason: Reason): string {
  switch (reason.kind) {
    case 'timed': {
      const { winner, wasm, webgl } = reason;
      return winner === 'webgl'
        ? `${milliseconds(webgl)} a step, ${milliseconds(wasm)} on the processor`
        : `${milliseconds(wasm)} a step, ${milliseconds(webgl)} on the GPU`;
    }
    case 'emulated':
      return 'WebGL is only emulated here';
    default:
      return text(reason);
  }
}

function milliseconds(time: number | null): string {
  return time === null ? 'no result' : `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`;
}

/** What went wrong, or was not taken as given. */
export const problems = {
  /** A whole sentence; of a `GivenProblem`, what follows the name of its field. */
  text,
  /** The field first, where the sentence does not say itself what it is about. */
  notice: (notice: Notice): string =>
    namesField(notice) ? `${notice.field}: ${text(notice.problem)}` : text(notice.problem),
  /** Why a backend was chosen: half a line, after its name. */
  reason,
};
