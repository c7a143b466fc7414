import { expect, it } from 'vitest';
import { button, finished, holds, openFinished, openPage, panel, scrubber, small, whole } from './testing';

/** What visitors read and screen readers say that looks like English: three Latin words in a row, other than names. */
function english(): string[] {
  const kept = ['textarea', 'script', 'style', 'noscript'];
  const names =
    /Gradient Descent Robustly Learns the Intrinsic Dimension of Data in Training Convolutional Neural Networks|Zhang, Gao, Zou, Cao|Cao, Chen, Belkin, Gu/g;
  const attributes = ['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext'];
  const said: string[] = [];
  const hear = (element: Element) => {
    if (kept.includes(element.localName) || element.getAttribute('lang') === 'en') return;
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent!);
    said.push(...attributes.map((name) => element.getAttribute(name) ?? ''));
    for (const child of element.children) hear(child);
  };
  hear(document.body);
  return [
    ...new Set(said.filter((text) => /(?:[A-Za-z]{2,}[\s,;:]+){2}[A-Za-z]{2,}/.test(text.replaceAll(names, '')))),
  ];
}

it('no sentence is in English where the browser asks for Chinese, in any part of the page', async () => {
  const { user } = await openFinished('#n=24&m=4&steps=10&levels=3&sigma=9&nonsense=1&pins=m:4,n:24,steps:5', {
    languages: ['zh-CN'],
  });
  await whole();
  button('更多').click();
  await holds(() => expect(document.querySelector('.more')).not.toBeNull());
  const sweep = await panel('sweep');
  button(/^画出曲线/, sweep.element).click();
  await holds(() => expect(sweep.element.textContent).toContain('已完成 3 次运行'));
  const runs = await panel('runs');
  await holds(() => expect(runs.element.querySelectorAll('[data-cell="filters"][data-value]').length).toBe(2));
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(document.title).toBe('噪声下的秩');
  expect(document.querySelector('.notices')!.textContent).toMatch(/nonsense/);
  expect(english()).toEqual([]);
  for (const name of ['分享', '保存']) {
    button(name).click();
    await holds(() => expect(document.querySelector('dialog[open]')).not.toBeNull());
    expect(english()).toEqual([]);
    await user.keyboard('{Escape}');
    await holds(() => expect(document.querySelector('dialog[open]')).toBeNull());
  }
});

it('nor on the tour', async () => {
  const { app } = await openPage('#embed=1&tour=ignore', { languages: ['zh-CN'], motionUnwanted: () => true });
  app.play();
  await holds(() => expect(document.querySelector('.tour-text')?.textContent).toContain('步之后，滤波器的稳定秩为'));
  expect(english()).toEqual([]);
});

it('the link’s language comes before the browser’s', async () => {
  await openPage(`${small}&lang=en`, { languages: ['zh-CN'] });
  await finished();
  await scrubber();
  expect(document.documentElement.lang).toBe('en');
  expect(document.title).toBe('Rank under noise');
});
