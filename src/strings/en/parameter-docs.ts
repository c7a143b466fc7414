import type { ParameterKey } from '../../experiment/parameters';

/** A sentence on each parameter. */
export const parameterDocs: Readonly<Record<ParameterKey, string>> = {
  data: 'Where the images come from: synthetic patches after the paper’s model, as far as its summaries tell, handwritten digits, clothes, or images of your own.',
  k: 'K, features per class: two classes of K signal vectors each give the signal dimension 2K.',
  sigma:
    'Standard deviation σ of the background noise: in every direction that it has where it is white, else of a pixel, on average, before it is projected.',
  net: 'What is trained: the two-layer CNN; one with layers of mixing above its filters; a transformer of one block that reads patches by attention; or two layers without weight sharing, whose filters are as large as an image. Each has its own default width, learning rate and steps.',
  depth: 'Layers L of the deep CNN: its filters, L − 2 layers of mixing, and a fixed head.',
  token:
    'What the transformer makes of a patch before attention reads it: its filters after the activation, or their products as they are.',
  m: 'Width m: filters per class.',
  side: 'Side s of a square patch; a patch is a point in d = s² dimensions. Fixed by the layout of digits, except for sliding windows; own images are averaged to it, and cut into windows of it.',
  patches: 'P, patches per image; one of them holds the object. Fixed by the layout where images are real.',
  n: 'Number n of training images.',
  mu: 'Euclidean norm μ of every signal vector, or of the first of each class where they are unequal; of own images, their root mean square norm.',
  q: 'Exponent q of the polynomial part of the Huberized ReLU; with 1 it is the plain ReLU.',
  kappa: 'Threshold κ above which the Huberized ReLU is linear.',
  init: 'Standard deviation σ₀ of the Gaussian initial filters.',
  lr: 'Learning rate per filter, η/m: with output scale 1/m the pace then does not depend on the width.',
  opt: 'What a step makes of the gradient: gradient descent; with momentum 0.9, scaled so that the learning rate means the same; or Adam, which has a learning rate of its own.',
  batch: 'Training images that each step takes, every epoch in a fresh order; 0 for all of them.',
  decay: 'Weight decay λ: adds λW to m times the gradient, in every weight matrix.',
  steps: 'Steps in a run, each one update of all weights.',
  seed: 'Seed of every random stream, and of which real images are drawn: the same link draws the same images and filters.',
  flip: 'Probability φ with which the label of a training image is turned; labels of test images are right. At 0.5 labels say nothing of the images.',
  ratio:
    'Norm of the last signal vector of each class over that of the first, ρ; those between fall evenly, by the same factor each. With 1 all have norm μ.',
  partner:
    'Cosine c between the signal vectors u_k and v_k, which belong to different classes. The signal span stays the same.',
  colour:
    'Noise coefficient j in the cosine basis, the constant first, has a standard deviation that falls as j to the power −α/2; its total energy stays. With 0 the noise is white.',
  tail: 'Distribution of the noise of a pixel, always of variance σ²: Gaussian, Laplace, Student’s t with three degrees of freedom, or Gaussian on 5% of the pixels and none on the others.',
  basis:
    'Signal vectors: two-dimensional cosines in zigzag order without the constant one, or a random orthonormal set.',
  noise:
    'Whether the patch that holds the object gets noise as well; of own images, also what is not their background.',
  project: 'Whether the noise is projected off the signal span.',
  pair: 'The two MNIST digits to tell apart, or two classes of Fashion-MNIST by number: class +1, then class −1.',
  images:
    'Which own images: 16 hexadecimal digits of the SHA-256 of what is in them. They stay on the device; a link only names them.',
  classes:
    'The two classes of own images to tell apart, by name: class +1, then class −1; `rest` as the second is all others. The first two where none is named.',
  channels: 'Whether own images are grey (d = s²) or in colour (d = 3s²: red, green, blue).',
  centre: 'Whether the mean of the training images is subtracted from all own images before they are scaled.',
  layout:
    'How a real image becomes patches: one of 2×2 patches among noise; one patch with noise on its empty pixels; or all windows of a true convolution.',
  stride: 'Step between sliding windows.',
  backend: 'What trains the network. Curves are the same to rounding.',
  rank: 'Notion of rank: stable Σs²/s₁²; effective exp(entropy of s/Σs); numerical #{s > 0.1 s₁}; energy, the fewest that hold 90% of Σs².',
  matrix:
    'Matrix of the data: every patch a row (nP × d, the space that filters live in), or every image a row (n × Pd).',
  scale: 'Vertical axis of the two spectra.',
  levels: 'Levels of background noise in a sweep.',
  seeds: 'Runs per level of a sweep, each from its own seed: the experiment’s and those that follow it.',
  sweepscale: 'Vertical axis of the sweep.',
  axis: 'Parameter that the phase map varies beside the noise.',
  cells: 'What colours the cells of the phase map.',
  pins: 'Runs to compare with, each as its differences from the default experiment: `sigma:0.4,m:128`, or `default`; several are parted by semicolons.',
  talk: 'What is said of each pinned run when they are presented, the first line of the first run; several are parted by semicolons. Within a line `~1` is a semicolon, `~2` a per cent sign and `~0` a tilde.',
  theme: 'Colours of the page; on a projector also larger type and heavier lines.',
  lang: 'Language of the page; as the browser where it has that one.',
  embed: 'Drops header and prose, for slides and frames.',
  ground: 'Whether an embedded page has a background of its own, or lets the slide shine through.',
  show: 'Panels that stay visible when embedded; curve, data, filters and training where none is named.',
  controls:
    'Parameters whose controls stay visible when embedded; signal dimension, noise and width where none is named.',
  autoplay: 'Whether training starts when the page opens.',
  step: 'Trains to this step at once when the page opens.',
  tour: 'Name of the step of the guided tour to open.',
};
