import { file } from '../markup';

/** Figures and data of the current run as files, and runs that are opened from files. */
export const saving = {
  title: 'Save',
  figure: {
    title: 'Figure',
    panel: 'Panel',
    /** Title of the file with the three figures, which are no chart with a name of its own. */
    ranks: 'Ranks of clean data, noisy data and learned filters',
    preview: (name: string) => `Preview: ${name}`,
    drawing: 'Drawing …',
    format: 'Format',
    transparent: 'Transparent background',
    save: 'Save figure',
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
    again: `${file('./reproduce.py', 'reproduce.py')} makes the run again from the NPZ file, in NumPy alone, and compares what it finds with what was measured here.`,
  },
  preparing: 'Preparing the file …',
  saved: (name: string) => `Saved ${name}`,
  open: { button: 'Open a run file …', input: 'Run file', drop: 'Drop a saved run to open it' },
};
