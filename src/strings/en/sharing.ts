/** What a link holds besides parameters, and whether it leads to the reader's own machine. */
interface LinkFacts {
  readonly pinned: boolean;
  readonly talk: boolean;
  readonly local: boolean;
}

/** The state of the page as a link, a code to photograph, and a frame for slides. */
export const sharing = {
  copying: {
    copy: 'Copy',
    copied: 'Copied',
    selected: 'The browser does not let this page copy: the text is selected, for Ctrl+C or ⌘C.',
    /** Said by screen readers. */
    said: (label: string) => `${label} copied`,
  },
  sharing: {
    title: 'Share this state',
    smaller: 'Smaller',
    link: 'Link',
    atStep: (step: number) => `Open at step ${step}`,
    hint: ({ pinned, talk, local }: LinkFacts) => {
      const holds = `The link holds every parameter that differs from the default${talk ? ', the pinned runs and your talk' : pinned ? ', and the pinned runs' : ''}; whoever opens it trains the same run.`;
      return local
        ? `${holds} This copy of the page is on your own machine: others need it where they can reach it.`
        : holds;
    },
    with: 'Share with …',
    code: 'QR code of the link',
    large: { label: 'Show the code large, for a lecture hall', hint: 'Large, for a lecture hall' },
    offline: {
      title: 'Without a network',
      kept: 'This device keeps the page: it opens without a network.',
      notKept:
        'This device does not keep the page yet; where the browser allows it, it does once the first curve is drawn.',
      file: 'The page as one file',
      holds: 'opens from a folder or a USB stick, without the handwritten digits and the clothes.',
    },
    frame: {
      title: 'In slides and pages',
      panels: 'Panels',
      controls: 'Controls',
      frame: 'Frame',
      size: 'Size',
      transparent: 'Transparent background',
      autoplay: 'Starts by itself',
      preview: 'Preview of the frame',
      code: 'Embed code',
    },
  },
};
