/** What stands in the page before any of its scripts has come, in both languages as none is chosen yet (scripts/host/opening.ts). */
export const notStarted = {
  en: {
    text: 'This page has not started: a script of it has not arrived, or is not allowed where it is shown, or this browser is older than it needs (Chrome 117, Firefox 121, Safari 16.4).',
    again: 'Try again',
  },
  zh: {
    text: '本页尚未启动：它的某个脚本没有载入，或在此处不允许运行，或者浏览器版本过旧（需要 Chrome 117、Firefox 121 或 Safari 16.4）。',
    again: '重试',
  },
};
