/** What is in the panels below the first screen: one script, loaded after it. */
export { AlignmentMap } from './alignment/panel';
export { Attention } from './attention/panel';
export { Depth } from './depth/panel';
export { WhatCauses } from './causes/panel';
export { Images } from './images/panel';
export { WrongLabels } from './labels/panel';
export { Layers } from './layers/panel';
export { PhaseMap } from './map/panel';
export { Runs } from './runs/panel';
export { Staircase } from './stairs/panel';
export { Sweep } from './sweep/panel';
export { Theory } from './theory/panel';
export { Tiles } from './tiles/panel';
