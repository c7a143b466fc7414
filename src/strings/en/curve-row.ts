/** Under the first figure: the notions of rank, and how far its curve is. */
export const curveRow = {
  notions: {
    label: 'Notion of rank',
    stable: 'Stable',
    numerical: 'Numerical',
    effective: 'Effective',
    energy: 'Energy',
  },
  status: {
    label: 'The curve',
    waiting: 'Dashed: predicted. Runs follow.',
    unpredicted: 'Runs follow.',
    running: (done: number, total: number) => `${done} of ${total} runs`,
    runs: 'Runs are being made.',
    ready: (total: number) => `${total} runs, one a point`,
    bands: (total: number) => `${total} runs, one a point; bands: three seeds`,
    offered: (runs: number, time: string) => `The whole curve: ${runs} runs, about ${time}.`,
    stopped: (done: number, total: number) => `Stopped: ${done} of ${total} runs made.`,
    failed: (failure: string) => `The curve stopped: ${failure}`,
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number) => `${minutes} min`,
    draw: 'Draw it',
    resume: 'Resume',
    stop: 'Stop',
    again: 'Try again',
    progress: 'Share of the runs that are made',
  },
};
