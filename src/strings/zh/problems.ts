import { namesField, type Notice } from '../../experiment/notice';
import type { Reason } from '../../problems/device';
import type { LoadFault, PackFault } from '../../problems/digits';
import type { GivenProblem } from '../../problems/given';
import type { Problem } from '../../problems/problem';
import type { Strings } from '../en';
import { differenceWords, fileFault } from './file-problems';
import { backends } from './first';
import { imagesProblem } from './image-problems';
import { spaced } from './spaced';

/** What is wrong with something that was given, and what is done about it, if anything: clauses, said after the field's name. */
function given(problem: GivenProblem): { readonly wrong: string; readonly remedy?: string } {
  switch (problem.kind) {
    case 'outside':
      return { wrong: `${problem.given} 超出 ${problem.min} 到 ${problem.max} 的范围`, remedy: `改用 ${problem.used}` };
    case 'not-whole':
      return { wrong: `${problem.given} 不是整数`, remedy: `改用 ${problem.used}` };
    case 'not-number':
      return { wrong: `“${problem.given}”不是数`, remedy: instead(problem.used) };
    case 'not-flag':
      return { wrong: `“${problem.given}”既不是 1 也不是 0`, remedy: instead(problem.used) };
    case 'not-pair':
      return { wrong: `“${problem.given}”不是两个不同的数字，例如 0-1`, remedy: instead(problem.used) };
    case 'not-name':
      return { wrong: `“${problem.given}”不是由小写字母、数字和连字符组成的名称`, remedy: instead(problem.used) };
    case 'not-one-of':
      return { wrong: `“${problem.given}”不是 ${problem.choices.join('、')} 之一`, remedy: instead(problem.used) };
    case 'not-among':
      return { wrong: `“${problem.given}”不在 ${problem.choices.join('、')} 之中` };
    case 'too-many-runs':
      return { wrong: `有 ${problem.count} 次运行，多于 ${problem.most} 次`, remedy: `保留前 ${problem.most} 次` };
    case 'too-many-lines':
      return { wrong: `有 ${problem.count} 行文字，多于固定的运行（${problem.most} 次）`, remedy: '多出的已略去' };
    case 'not-line':
      return { wrong: `“${problem.given}”不是一行不超过 ${problem.most} 个字符的文字`, remedy: '已略去' };
    case 'unknown-key':
      return { wrong: '没有这个名称的参数', remedy: '已忽略' };
    case 'other-version':
      return { wrong: `本页读取版本 ${problem.version} 的链接`, remedy: '其余部分按此版本读取' };
    case 'link-too-long':
      return { wrong: `链接超过 ${problem.most} 个字符，未读取`, remedy: '使用默认实验' };
    case 'unknown-step':
      return { wrong: `没有名为“${problem.name}”的环节`, remedy: '已离开导览' };
    case 'not-of-run':
      return { wrong: `“${problem.given}”不是运行的参数及其值`, remedy: '已忽略' };
    case 'in-run': {
      const inner = given(problem.problem);
      return { ...inner, wrong: `${problem.field}：${inner.wrong}` };
    }
    case 'signal-too-large': {
      const { side, basis, room, signalDimension, used } = problem;
      return {
        wrong: `边长为 ${side} 的图像块只有 ${room} 个${basis === 'cosine' ? '余弦' : '维度'}，无法容纳 2K = ${signalDimension} 个正交的信号向量`,
        remedy: `改用 ${used}`,
      };
    }
    case 'too-many-digits':
      return { wrong: `这里每个数字有 ${problem.perDigit} 幅训练图像`, remedy: `改用 ${problem.used}` };
    case 'not-classes':
      return {
        wrong: `“${problem.given}”不是两个不同的类别名称，例如 ship,horse`,
        remedy: problem.used === '' ? '使用前两类' : instead(problem.used),
      };
    case 'names-no-images':
      return { wrong: '要使用自备图像，却没有写明是哪些图像', remedy: instead(problem.used) };
    case 'too-many-of-class':
      return { wrong: `这里每类有 ${problem.perClass} 幅训练图像`, remedy: `改用 ${problem.used}` };
    case 'no-such-classes':
      return {
        wrong: `“${problem.given}”不是这些图像的类别，它们有 ${problem.classes.slice(0, 12).join('、')}`,
        remedy: instead(problem.used),
      };
    case 'images-are-grey':
      return { wrong: '这些图像没有颜色', remedy: instead(problem.used) };
    case 'too-many-windows': {
      const { side, stride, windows, most, used } = problem;
      return {
        wrong: `边长 ${side}、步幅 ${stride} 的窗口会得到 ${windows} 个图像块，多于 ${most} 个`,
        remedy: `改用 ${used}`,
      };
    }
    case 'taken-along':
      return { wrong: `随之改为 ${problem.values.join('、')}` };
    case 'only-with':
      return {
        wrong: `它只用于${problem.net === 'deep' ? '深层 CNN' : ' Transformer '}（net=${problem.net}）`,
        remedy: `改用 ${problem.used}`,
      };
    case 'too-narrow':
      return { wrong: `Transformer 的宽度至少为 ${problem.least}`, remedy: `改用 ${problem.least}` };
    case 'batch-too-large':
      return { wrong: `只有 ${problem.n} 幅训练图像`, remedy: '每一步使用全部图像' };
    case 'image-too-large': {
      const { patches, pixels, most } = problem;
      return {
        wrong: `不共享权重时滤波器与图像一样大，而 ${patches} 个图像块共有 ${pixels} 个像素，多于 ${most} 个`,
        remedy: '改用两层 CNN',
      };
    }
    case 'after-end':
      return { wrong: `运行在第 ${problem.steps} 步结束`, remedy: `改用 ${problem.steps}` };
    case 'not-swept':
      return { wrong: `“${problem.given}”不是可以扫描的数值参数`, remedy: `可以扫描的有 ${problem.keys.join('、')}` };
    case 'not-levels':
      return { wrong: `${problem.key}：“${problem.given}”不是 from:to:levels（起点、终点、水平数）的形式` };
    case 'not-a-count':
      return { wrong: `${problem.key}：“${problem.given}”不是 1 到 ${problem.most} 之间的水平数` };
    case 'not-a-level':
      return { wrong: `${problem.key}：${given(problem.problem).wrong}` };
  }
}

const instead = (used: string) => (used === '' ? '按未指定处理' : `改用 ${used}`);

/** Both clauses, without a full stop. */
function clauses(problem: GivenProblem): string {
  const { wrong, remedy } = given(problem);
  return remedy === undefined ? wrong : `${wrong}；${remedy}`;
}

function text(problem: Problem): string {
  switch (problem.kind) {
    case 'unexpected':
      return problem.message;
    case 'part-missing':
      return '页面中负责此事的部分没有载入。请检查网络连接，然后重试。';
    case 'not-trained-there':
      return '这个后端不训练这种网络，或不支持这种训练方式。';
    case 'no-simd':
      return '这个浏览器没有 WebAssembly SIMD，而快速的 CPU 后端需要它。';
    case 'wasm-forbidden':
      return '本页不能运行 WebAssembly：网站的安全策略不允许。';
    case 'no-memory':
      return `这个实验需要 ${problem.megabytes} MB 内存，超过了浏览器所给的限额。`;
    case 'no-webgl':
      return '这个浏览器在此不提供 WebGL 2。';
    case 'half-precision':
      return '这个 GPU 只能以半精度计算，对训练来说过于粗糙。';
    case 'gpu-full':
      return 'GPU 的内存装不下这些图像。';
    case 'gpu-taken':
      return '本页失去了 GPU 的使用权。';
    case 'gpu-silent':
      return 'GPU 不再响应。';
    case 'worker-not-started':
      return '无法启动训练线程：它的脚本没有载入，或者浏览器或网页所在的主机不允许。';
    case 'worker-keeps-stopping':
      return '训练线程接连几次停止。这个实验对于本设备可能太大：请减少图像数，或者减小图像块或宽度。';
    case 'no-backend':
      return '在这个浏览器中，所有的训练方式都不可用。请重新加载本页，或换一个浏览器。';
    case 'moved':
      return problem.backend === null
        ? text(problem.problem)
        : `${text(problem.problem)}改用${spaced(backends[problem.backend])} 训练。`;
    case 'replayed':
      return `${problem.lost === 'worker' ? '训练线程停止了' : 'GPU 被收回了'}；运行已用同一种子重放到第 ${problem.step} 步。`;
    case 'pack-damaged':
      return packDamaged(problem.fault);
    case 'digit-not-loaded':
      return `无法加载 ${packed(problem)}：${loadFault(problem.fault)}`;
    case 'digit-not-in-file': {
      const { held } = problem;
      const choice = held.length > 1 ? `请在 ${held.join('、')} 中选择，或使用合成图像` : '请使用合成图像';
      return `这个文件不含 ${packed(problem)}：它自带全部内容，不需要网络。${choice}，也可以打开网上的页面，那里有所有${sets[problem.set].all}。`;
    }
    case 'one-run-opened':
      return `${problem.count} 个运行文件中只打开了第一个 ${problem.name}：本页一次显示一次运行。固定它之后再拖入下一个，即可比较。`;
    case 'not-opened':
      return `未打开 ${problem.name}：${fileFault(problem.fault, clauses)}。页面保持原样。`;
    case 'computed-otherwise':
      return `本设备算出的结果与文件中的不同：${differenceWords(problem.difference)}。您看到的是本设备的运行。`;
    case 'no-run':
      return '还没有可以保存的运行。';
    case 'arrays-too-large':
      return `这个实验的图像写成文件将有 ${problem.megabytes} MB，而最多只写 ${problem.most} MB。请减少图像数 n 或图像块数，或减小图像块边长。`;
    case 'too-many-pixels':
      return `${problem.width} × ${problem.height} 个像素超过了浏览器能绘制的数量；请选择较小的尺寸或 SVG。`;
    case 'cannot-paint':
      return '这个浏览器不能绘制图片；可以使用 SVG。';
    case 'not-painted':
      return '这个浏览器未能绘制该图；可以使用 SVG。';
    case 'picture-unread':
      return '无法读取图片。';
    case 'pixels-hidden':
      return '此浏览器为防止识别访问者而给出与所绘不同的像素，图片会变成条纹。图表可存为 SVG 和 PDF，或允许本页读取画布。';
    case 'pixels-in-latex':
      return '此图含有像素图片，TeX 文件无法容纳；请存为 PDF 后插入。';
    case 'not-in-latex':
      return `普通 pdflatex 没有字符“${problem.letter}”；请存为 PDF，或把页面切换为英文。`;
    case 'no-clipboard':
      return '此浏览器不允许网页复制图片；请存为 PNG。';
    case 'clipboard-refused':
      return '浏览器拒绝复制图片；请允许，或存为 PNG。';
    case 'no-video':
      return '此浏览器无法编码这一尺寸的视频；请选 GIF 或更小的尺寸。';
    case 'tab-hidden':
      return '页面曾被隐藏，而隐藏的页面不绘制：制作动画时请保持页面可见。';
    case 'no-room':
      return '内存不足以容纳动画；请减少秒数或选更小的尺寸。';
    case 'nothing-moves':
      return '还没有可以播放的运行；请先等它完成。';
    case 'run-too-long':
      return `这里一次运行超过 ${problem.seconds} 秒；请改为展示训练过程，或减少步数或图像。`;
    case 'unknown-panel':
      return `没有名为“${problem.panel}”的面板；现有面板：${problem.panels.join('、')}。`;
    case 'panel-is-table':
      return `面板“${problem.panel}”是表格，没有图片。`;
    case 'panel-absent':
      return `面板“${problem.panel}”现在不在页面上。`;
    case 'panel-empty':
      return `面板“${problem.panel}”中还没有可以保存的内容。`;
    case 'images-refused':
    case 'images-missing':
    case 'no-such-class':
    case 'too-few-images':
    case 'nothing-left':
      return imagesProblem(problem);
    default:
      return `${clauses(problem)}。`;
  }
}

/** The sets that the page ships: one of its classes, and all. */
const sets = { mnist: { one: 'MNIST 数字', all: '数字' }, fashion: { one: 'Fashion-MNIST 类别', all: '类别' } };
const packed = ({ set, digit }: { readonly set: keyof typeof sets; readonly digit: number }) =>
  `${sets[set].one} ${digit}`;

function loadFault(fault: LoadFault): string {
  switch (fault.kind) {
    case 'no-answer':
      return '服务器没有应答。网络连接正常吗？';
    case 'broke-off':
      return '连接中断。请再试一次。';
    case 'refused':
      return `服务器对 ${fault.url} 的应答是 ${fault.status}。`;
    case 'other-digit':
      return `${fault.url} 处的文件是数字 ${fault.found}。`;
    case 'damaged':
      return packDamaged(fault.fault);
    case 'unexpected':
      return fault.message;
  }
}

function packDamaged(fault: PackFault): string {
  return `图像文件已损坏：${packFault(fault)}。`;
}

function packFault(fault: PackFault): string {
  switch (fault.kind) {
    case 'magic':
      return `文件标识是 ${JSON.stringify(fault.found)}，不是 "${fault.wanted}"；这是另外的文件`;
    case 'version':
      return `版本是 ${fault.found}，不是 ${fault.wanted}`;
    case 'digit':
      return `数字是 ${fault.found}，不在 0 到 9 之间`;
    case 'counts':
      return `训练图像 ${fault.train} 幅、测试图像 ${fault.test} 幅，应为 ${fault.wantedTrain} 幅和 ${fault.wantedTest} 幅`;
    case 'size':
      return `图像大小是 ${fault.rows}×${fault.columns}，不是 ${fault.wanted}×${fault.wanted}`;
    case 'no-header':
      return `文件不完整：只有 ${fault.found} 字节，而文件头有 ${fault.wanted} 字节`;
    case 'cut-off':
      return `文件不完整：像素应有 ${fault.wanted} 字节，只有 ${fault.found} 字节`;
    case 'trailing':
      return `末尾多出 ${fault.bytes} 字节`;
    case 'not-gzip':
      return '像素无法解压';
    case 'more-pixels':
      return `像素超过 ${fault.most} 字节`;
    case 'fewer-pixels':
      return `像素有 ${fault.found} 字节，应为 ${fault.wanted} 字节`;
  }
}

function reason(reason: Reason): string {
  switch (reason.kind) {
    case 'timed': {
      const { winner, wasm, webgl } = reason;
      return winner === 'webgl'
        ? `每步 ${milliseconds(webgl)}，CPU 上${onOther(wasm)}`
        : `每步 ${milliseconds(wasm)}，GPU 上${onOther(webgl)}`;
    }
    case 'emulated':
      return '这里的 WebGL 只是软件模拟';
    default:
      return text(reason);
  }
}

function milliseconds(time: number | null): string {
  return time === null ? '无结果' : `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`;
}

const onOther = (time: number | null) => (time === null ? '没有结果' : ` ${milliseconds(time)}`);

/** What went wrong, or was not taken as given. */
export const problems: Strings['problems'] = {
  text,
  notice: (notice: Notice): string =>
    namesField(notice) ? `${notice.field}：${text(notice.problem)}` : text(notice.problem),
  reason,
};
