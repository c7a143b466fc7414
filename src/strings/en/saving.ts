import { file } from '../markup';

/** Figures and data of the current run as files, and runs that are opened from files. */
export const saving = {
  title: 'Save',
  figure: {
    title: 'For slides',
    panel: 'Figure',
    first: 'The first screen',
    /** Title of the file with the three figures, which are no chart with a name of its own. */
    ranks: 'Ranks of clean data, noisy data and learned filters',
    preview: (name: string) => `Preview: ${name}`,
    drawing: 'Drawing …',
    size: 'Size',
    sizes: {
      slide: 'Slide 16:9',
      half: 'Half a slide',
      square: 'Square',
      a4: 'A4, text width',
      column: 'Paper column, 8.5 cm',
    },
    format: 'Format',
    formats: {
      svg: 'SVG',
      pdf: 'PDF, with fonts',
      tex: 'TikZ for LaTeX',
      'png-1920': 'PNG, 1920 pixels',
      'png-3840': 'PNG, 3840 pixels',
      mp4: 'Video MP4',
      webm: 'Video WebM',
      gif: 'Animated GIF',
    },
    look: 'Ground',
    looks: { light: 'White', dark: 'Dark', transparent: 'Transparent' },
    on: 'Written on it',
    parts: { title: 'Title', parameters: 'Parameters', source: 'Source' },
    source: (address: string) => `${address} · after Zhang, Gao, Zou and Cao, arXiv 2504.08628`,
    save: 'Save figure',
    copy: 'Copy picture',
    copied: 'Picture copied',
    moving: {
      what: 'Moves',
      movements: { training: 'Training', noise: 'Noise going up' },
      seconds: 'Seconds',
      poster: 'Last picture as PNG too',
      making: (percent: number) => `Drawing, ${percent}%. Keep the page in sight.`,
      stop: 'Stop',
      stopped: 'Stopped; nothing was saved',
    },
  },
  data: {
    title: 'Data',
    files: {
      run: {
        name: 'Run',
        why: 'Drop it on the page to open it again.',
        save: (format: string) => `Save run as ${format}`,
      },
      history: {
        name: 'History',
        why: 'Every recorded step: loss, accuracies, ranks, singular values.',
        save: (format: string) => `Save history as ${format}`,
      },
      spectra: {
        name: 'Spectra',
        why: 'Singular values of data, clean data and filters.',
        save: (format: string) => `Save spectra as ${format}`,
      },
      arrays: {
        name: 'Arrays',
        why: 'Images, filters, spectra and history for NumPy.',
        save: (format: string) => `Save arrays as ${format}`,
      },
    },
    save: 'Save',
    images: (megabytes: number) => `Your images in run and arrays, ${megabytes.toFixed(1)} MB`,
    imagesTooLarge: (most: number) => `Your images are too large to travel in a file: ${most} MB at most.`,
    again: `${file('./reproduce.py', 'reproduce.py')} makes the run again from the NPZ file, in NumPy alone, and compares what it finds with what was measured here.`,
  },
  preparing: 'Preparing the file …',
  saved: (name: string) => `Saved ${name}`,
  open: { button: 'Open a run file …', input: 'Run file', drop: 'Drop a saved run, or images of your own' },
};
