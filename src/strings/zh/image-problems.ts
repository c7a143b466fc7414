import type { ImagesFault, ImagesProblem } from '../../problems/images';

/** 自备图像的问题：一句话。 */
export function imagesProblem(problem: ImagesProblem): string {
  switch (problem.kind) {
    case 'images-refused':
      return `${problem.name}：${imagesFault(problem.fault)}。`;
    case 'images-missing':
      return `本设备上没有图像 ${problem.hash}。`;
    case 'no-such-class':
      return `这些图像没有类别“${problem.given}”，只有：${few(problem.classes)}。`;
    case 'too-few-images':
      return `n = ${problem.n} 多于这两类所有的 ${problem.most} 幅训练图像。`;
    case 'nothing-left':
      return '两类的所有图像都相同：减去均值之后，没有可供训练的内容。';
  }
}

function imagesFault(fault: ImagesFault): string {
  switch (fault.kind) {
    case 'no-files':
      return '其中没有图像';
    case 'empty':
      return '文件是空的';
    case 'unknown-format':
      return '不是这里能读取的图像：IDX、CIFAR 批次、NPY 或 NPZ、每类一个文件夹的图片，或这些文件的 ZIP';
    case 'unreadable':
      return '无法读取';
    case 'mixed':
      return '与前面的文件不是同一种类';
    case 'no-labels':
      return '这些图像没有标签';
    case 'no-images':
      return '这些标签没有图像';
    case 'no-folder':
      return '不在任何文件夹中，而类别由文件夹命名';
    case 'all-equal':
      return '其中所有图像都相同';
    case 'npy-header':
      return 'NPY 文件头已损坏';
    case 'npy-order':
      return '数组是 Fortran 顺序；请用 numpy.ascontiguousarray 保存';
    case 'not-finite':
      return '其中有的像素不是有限的数';
    case 'gzip-damaged':
      return '无法解压';
    case 'zip-damaged':
      return 'ZIP 文件已损坏或不完整';
    case 'zip-encrypted':
      return '有密码保护';
    case 'zip-bomb':
      return '解压后的内容多于其所声明的';
    case 'cut-off':
      return `文件不完整：应有 ${fault.wanted} 字节，只有 ${fault.found} 字节`;
    case 'trailing':
      return `在应有的 ${fault.wanted} 字节之后还有内容`;
    case 'idx-type':
      return `IDX 类型是 0x${fault.code.toString(16).padStart(2, '0')}；只读取无符号字节（0x08）`;
    case 'zip-method':
      return `使用了不支持的压缩方法 ${fault.code}`;
    case 'npy-type':
      return `NPY 类型是“${fault.descr}”；只读取整数和浮点数`;
    case 'shape':
      return `形状（${fault.shape.join(', ')}）既不是图像（n × h × w 或 n × h × w × 3），也不是标签（n）`;
    case 'side':
      return `图像为 ${fault.height} × ${fault.width} 像素；边长须在 ${fault.least} 到 ${fault.most} 之间`;
    case 'picture-too-large':
      return `${fault.width} × ${fault.height} 像素多于 ${fault.most} 百万`;
    case 'too-many-pixels':
      return `图像将占 ${fault.megabytes} MB，多于 ${fault.most} MB`;
    case 'too-many-files':
      return `${fault.count} 个文件多于 ${fault.most} 个`;
    case 'counts':
      return `${fault.images} 幅图像与 ${fault.other} 的 ${fault.labels} 个标签不相符`;
    case 'other-size':
      return `图像大小与 ${fault.other} 的不同`;
    case 'label':
      return `其中有标签 ${fault.found}，不是 0 到 ${fault.most} 之间的整数`;
    case 'too-many-classes':
      return `${fault.count} 个类别多于 ${fault.most} 个`;
    case 'cifar-length':
      return `${fault.bytes} 字节不是 CIFAR 图像（每幅 3,073 或 3,074 字节）的整数倍`;
    case 'zip-path':
      return `其中的路径“${fault.path}”指向文件之外`;
    case 'picture-damaged':
      return `${fault.format} 图片已损坏或不完整`;
    case 'needs-browser':
      return `${fault.format} 图片只有浏览器能读取，而这里不能`;
    case 'one-class':
      return `所有图像都属于同一类“${fault.only}”；需要两类`;
    case 'few-in-class':
      return `类别“${fault.only}”的图像少于 ${fault.least} 幅`;
  }
}

const few = (names: readonly string[]) => `${names.slice(0, 12).join('、')}${names.length > 12 ? '…' : ''}`;
