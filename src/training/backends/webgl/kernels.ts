import { getKernel, registerKernel, type KernelConfig } from '@tensorflow/tfjs';
import { addConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Add';
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/BatchMatMul';
import { castConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Cast';
import { clipByValueConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/ClipByValue';
import { concatConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Concat';
import { _fusedMatMulConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/_FusedMatMul';
import { greaterConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Greater';
import { identityConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Identity';
import { multiplyConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Multiply';
import { powConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Pow';
import { realDivConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/RealDiv';
import { reshapeConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Reshape';
import { sigmoidConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sigmoid';
import { softmaxConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Softmax';
import { sqrtConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sqrt';
import { subConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sub';

const used: readonly KernelConfig[] = [
  addConfig,
  batchMatMulConfig,
  castConfig,
  clipByValueConfig,
  concatConfig,
  _fusedMatMulConfig,
  greaterConfig,
  identityConfig,
  multiplyConfig,
  powConfig,
  realDivConfig,
  reshapeConfig,
  sigmoidConfig,
  softmaxConfig,
  sqrtConfig,
  subConfig,
];

/**
 * Registers what the operations of `backends/tensors` are made of on WebGL, where that has not been done: tfjs's own list has
 * some hundred and thirty kernels, which would make the worker's script half as large again.
 */
export function registerKernels(): void {
  for (const kernel of used) if (!getKernel(kernel.kernelName, kernel.backendName)) registerKernel(kernel);
}
