import type { Strings } from '../en';
import { spaced } from './spaced';

/** The state of the page as a link, a code to photograph, and a frame for slides. */
export const sharing: Pick<Strings, 'copying' | 'sharing'> = {
  copying: {
    copy: '复制',
    copied: '已复制',
    selected: '浏览器不允许本页复制：文字已选中，请用键盘复制。',
    said: (label: string) => `已复制${spaced(label)}`,
  },
  sharing: {
    title: '分享当前状态',
    smaller: '缩小',
    link: '链接',
    atStep: (step: number) => `打开时显示第 ${step} 步`,
    hint: ({ pinned, talk, local }) => {
      const holds = `链接包含所有与默认值不同的参数${talk ? '，以及固定的运行和您的演讲' : pinned ? '，以及固定的运行' : ''}；打开它的人会得到同样的运行。`;
      return local ? `${holds}页面的这份副本在您自己的电脑上：别人需要把它放在自己能访问的地方。` : holds;
    },
    with: '分享到…',
    code: '链接的二维码',
    large: { label: '放大显示二维码，供课堂使用', hint: '放大，供课堂使用' },
    offline: {
      title: '没有网络时',
      kept: '此设备已保存本页面：没有网络也能打开。',
      notKept: '此设备尚未保存本页面；若浏览器允许，第一条曲线画完后即会保存。',
      file: '单文件版页面',
      holds: '可从文件夹或 U 盘打开，不含手写数字和服饰图像。',
    },
    frame: {
      title: '嵌入幻灯片和网页',
      panels: '面板',
      controls: '控件',
      frame: '框架',
      size: '尺寸',
      transparent: '透明背景',
      autoplay: '自动开始',
      preview: '框架的预览',
      code: '嵌入代码',
    },
  },
};
