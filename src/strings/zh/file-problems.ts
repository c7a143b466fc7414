import type { Difference, FileFault } from '../../problems/files';
import type { GivenProblem } from '../../problems/given';
import type { Found } from '../../problems/values';

/** What is wrong with a run file: a clause. @param clauses says what is wrong with a field of its link. */
export function fileFault(fault: FileFault, clauses: (problem: GivenProblem) => string): string {
  switch (fault.kind) {
    case 'too-large':
      return `文件大于 ${fault.megabytes} MB`;
    case 'too-deep':
      return `嵌套超过 ${fault.most} 层`;
    case 'not-json':
      return '文件不是 JSON，或者不完整';
    case 'unreadable':
      return '文件无法读取';
    case 'images-unreadable':
      return '其中的图像无法读取';
    case 'images-other':
      return '其中的图像不是链接所指的图像';
    case 'not-a-run':
      return `format 不是“${fault.format}”：这不是本页的运行文件`;
    case 'other-version':
      return `version ${is(fault.found)}，而本页读取的是版本 ${fault.version}`;
    case 'link':
      return `其中的链接无法使用（${fault.field}：${clauses(fault.problem)}）`;
    case 'missing':
      return `缺少 ${fault.field}`;
    case 'not-a-step':
      return `${fault.field} 不是有记录的步`;
    case 'not-later':
      return `${fault.field} 不在前一个之后`;
    case 'rises':
      return `${fault.field} 比前一个大`;
    case 'not-finite':
      return `${fault.field} ${is(fault.found)}，不是有限的数`;
    case 'not-whole':
      return `${fault.field} ${is(fault.found)}，不是整数`;
    case 'not-text':
      return `${fault.field} ${is(fault.found)}，不是文本`;
    case 'not-flag':
      return `${fault.field} ${is(fault.found)}，既不是“是”也不是“否”`;
    case 'not-list':
      return `${fault.field} ${is(fault.found)}，不是列表`;
    case 'outside':
      return `${fault.field} ${is(fault.found)}，超出 ${fault.least} 到${fault.most === null ? '无穷大' : ` ${fault.most} `}的范围`;
    case 'not-one-of':
      return `${fault.field} ${is(fault.found)}，不是 ${fault.choices.join('、')} 之一`;
    case 'too-long':
      return `${fault.field} 超过 ${fault.most} 个字符`;
    case 'entries':
      return `${fault.field} 有 ${fault.count} 项，应有 ${fault.fewest} 到 ${fault.most} 项`;
  }
}

function is(found: Found): string {
  switch (found.kind) {
    case 'nothing':
      return '缺失';
    case 'list':
      return '是列表';
    case 'object':
      return '是对象';
    case 'text':
      return `是“${found.written}”`;
    case 'value':
      return `是 ${found.written}`;
  }
}

/** How this device's run differs from a file's: a clause. */
export function differenceWords(difference: Difference): string {
  const { here, there } = difference;
  switch (difference.kind) {
    case 'loss':
      return `第 ${difference.step} 步的损失是 ${here.toPrecision(4)}，而不是 ${there.toPrecision(4)}`;
    case 'count':
      return `滤波器有 ${here} 个奇异值，而不是 ${there} 个`;
    case 'value':
      return `第 ${difference.step} 步，滤波器的第 ${difference.at} 个奇异值是 ${here.toPrecision(4)}，而不是 ${there.toPrecision(4)}`;
  }
}
