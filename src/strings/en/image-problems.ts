import type { ImagesFault, ImagesProblem } from '../../problems/images';

/** What is wrong with images of the visitor's own: a sentence. */
export function imagesProblem(problem: ImagesProblem): string {
  switch (problem.kind) {
    case 'images-refused':
      return `${problem.name}: ${imagesFault(problem.fault)}.`;
    case 'images-missing':
      return `The images ${problem.hash} are not on this device.`;
    case 'no-such-class':
      return `The classes “${problem.given}” are not among those of these images: ${few(problem.classes)}.`;
    case 'too-few-images':
      return `n = ${problem.n} is more than the ${problem.most} training images that these two classes have.`;
    case 'nothing-left':
      return 'All images of both classes are equal: without their mean nothing is left to train on.';
  }
}

function imagesFault(fault: ImagesFault): string {
  switch (fault.kind) {
    case 'no-files':
      return 'there are no images in it';
    case 'empty':
      return 'it is empty';
    case 'unknown-format':
      return 'it is no kind of images that is read here: IDX, CIFAR batches, NPY or NPZ, pictures in a folder for each class, or a ZIP of these';
    case 'unreadable':
      return 'it could not be read';
    case 'mixed':
      return 'it is of another kind than the files before it';
    case 'no-labels':
      return 'there are no labels to these images';
    case 'no-images':
      return 'there are no images to these labels';
    case 'no-folder':
      return 'it lies in no folder, which would name its class';
    case 'all-equal':
      return 'all images in it are equal';
    case 'npy-header':
      return 'its NPY header is damaged';
    case 'npy-order':
      return 'its array is in Fortran order; save it with numpy.ascontiguousarray';
    case 'not-finite':
      return 'a pixel in it is not a finite number';
    case 'gzip-damaged':
      return 'it does not decompress';
    case 'zip-damaged':
      return 'the ZIP file is damaged or cut off';
    case 'zip-encrypted':
      return 'it is locked with a password';
    case 'zip-bomb':
      return 'it decompresses to more than it says';
    case 'cut-off':
      return `it is cut off: ${fault.found} of ${fault.wanted} bytes`;
    case 'trailing':
      return `more follows after its ${fault.wanted} bytes`;
    case 'idx-type':
      return `its IDX type is 0x${fault.code.toString(16).padStart(2, '0')}; only unsigned bytes (0x08) are read`;
    case 'zip-method':
      return `it is compressed by method ${fault.code}, which is not read`;
    case 'npy-type':
      return `its NPY type is “${fault.descr}”; integers and floats are read`;
    case 'shape':
      return `its shape (${fault.shape.join(', ')}) is neither of images, n × h × w or n × h × w × 3, nor of labels, n`;
    case 'side':
      return `its images are ${fault.height} × ${fault.width} pixels; sides from ${fault.least} to ${fault.most} are read`;
    case 'picture-too-large':
      return `${fault.width} × ${fault.height} pixels are more than ${fault.most} million`;
    case 'too-many-pixels':
      return `its images would take ${fault.megabytes} MB, more than ${fault.most} MB`;
    case 'too-many-files':
      return `${fault.count} files are more than ${fault.most}`;
    case 'counts':
      return `${fault.images} images do not go with the ${fault.labels} labels of ${fault.other}`;
    case 'other-size':
      return `its images are of another size than those of ${fault.other}`;
    case 'label':
      return `a label in it is ${fault.found}, not a whole number from 0 to ${fault.most}`;
    case 'too-many-classes':
      return `${fault.count} classes are more than ${fault.most}`;
    case 'cifar-length':
      return `${fault.bytes} bytes are no whole number of CIFAR images, of 3,073 or 3,074 bytes each`;
    case 'zip-path':
      return `it holds the path “${fault.path}”, which leads out of it`;
    case 'picture-damaged':
      return `the ${fault.format} picture is damaged or cut off`;
    case 'needs-browser':
      return `${fault.format} pictures are read by browsers alone, and not by this one`;
    case 'one-class':
      return `all images are of one class, “${fault.only}”; two are needed`;
    case 'few-in-class':
      return `the class “${fault.only}” has fewer than ${fault.least} images`;
  }
}

/** The first names of a list. */
const few = (names: readonly string[]) => `${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}`;
