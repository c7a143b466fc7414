import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../cli/run';
import { readArguments, type Arguments, type RunSource } from '../cli/arguments';
import { readImages } from '../cli/own-images';
import { cifar, png } from '../src/images/own/testing-files';
import { finished, outcome, read, watchErrors } from './page';
import { expect, test } from './test';

/** Ships are blue at the top, horses are not; all differ a little. */
const pixel = (i: number, c: number, j: number) =>
  ((i % 2 === 0) === (c === 2 && j < 512) ? 150 : 90) + ((i * 31 + j * 7 + c) % 83);
const labels = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 8 : 7));
/** Over what the dialog takes by itself, so that runs are short. */
const short = '&m=8&n=40&side=8&steps=40&sigma=0.3';

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('a folder and files are chosen, trained on as on the command line, missed by a link elsewhere, and dropped there', async ({
  page,
  browser,
}, info) => {
  const errors = watchErrors(page);
  const folder = info.outputPath('batches');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'train.bin'), cifar(labels, pixel));
  await writeFile(join(folder, 'test.bin'), cifar(labels.slice(0, 20), pixel));
  const files = ['train.bin', 'test.bin'].map((name) => join(folder, name));

  const pets = info.outputPath('pets');
  for (const [c, name] of ['cat', 'dog'].entries()) {
    await mkdir(join(pets, name), { recursive: true });
    for (let i = 0; i < 3; i++)
      await writeFile(
        join(pets, name, `${i}.png`),
        png(24, 16, 1, (x, y) => (c === 0 ? x : y) * 9 + i),
      );
  }

  await page.goto('./#autoplay=0');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByLabel('Images', { exact: true }).selectOption('file');
  const dialog = page.getByRole('dialog', { name: 'Your own images' });
  const choose = async (button: string, what: string | string[]) => {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: button }).click();
    await (await chooser).setFiles(what);
  };
  await choose('Choose a folder …', pets);
  await expect(dialog).toContainText('pets: 6 images of 16 × 16 pixels');
  await expect(dialog.getByLabel('Class −1')).toHaveValue('dog');
  await dialog.getByRole('button', { name: 'Other images …' }).click();
  await choose('Choose files or a ZIP …', files);
  await dialog.getByLabel('Class +1').selectOption('ship');
  await expect(dialog.getByRole('img')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Train on them' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/data=file.*images=[0-9a-f]{16}.*classes=ship,horse.*channels=rgb/);
  await page.goto(`./${new URL(page.url()).hash}${short}`);
  await page.reload();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await finished(page);
  const here = await read(page);
  const link = new URL(page.url()).hash;

  // The same link and the same files on the command line.
  const collection = await readImages(folder);
  const asked = readArguments(['--link', link, '--backend', 'cpu', '--every', '1000'], collection);
  const told = (await run(asked as Arguments<RunSource>, () => {})) as {
    history: { stableRank: number; testAccuracy: number }[];
    data: { stableRank: number };
  };
  const { stableRank, testAccuracy } = told.history.at(-1)!;
  expect(here.data).toBeCloseTo(told.data.stableRank, 6);
  expect(here.filters).toBeCloseTo(stableRank, 3);
  expect(here.testAccuracy).toBeCloseTo(testAccuracy, 2);

  // Another device: the link says what is missing, and goes on when it is dropped.
  const other = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await other.goto(`./${link}`);
  await expect(outcome(other)).toContainText(`40 images of the classes ship and horse`);
  await expect(outcome(other)).toContainText(collection!.hash);
  const bytes = await Promise.all(files.map(async (path) => [...(await readFile(path))]));
  await other.evaluate((contents) => {
    const dropped = new DataTransfer();
    contents.forEach((content, i) =>
      dropped.items.add(new File([Uint8Array.from(content)], i === 0 ? 'train.bin' : 'test.bin')),
    );
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: dropped }));
  }, bytes);
  await finished(other);
  expect(await read(other)).toEqual(here);
  expect(new URL(other.url()).hash).toBe(link);
  await other.context().close();
  expect(errors).toEqual([]);
});
