/** What may not grow. */
export interface Usage {
  /** Of the page, and of a worker in the mean, in MiB; the memory behind typed arrays among it. */
  readonly pageMb: number;
  readonly workerMb: number;
  readonly workers: number;
  /** Nodes in no document, and what the browser has in fields of its own; in Firefox, which does not count them, KiB that they take. */
  readonly nodes: number;
  readonly listeners: number;
  /** Asked of the host while the page came to rest. */
  readonly requests: number;
}

/** Usage at a time, with the scripts of the workers that there are. */
export interface Measured extends Usage {
  readonly at: string;
  readonly scripts: readonly string[];
}

/** What only the browser knows. */
export interface Meter {
  /** After collection of garbage, on a page that is at rest. */
  read(): Promise<Pick<Usage, 'pageMb' | 'nodes' | 'listeners'> & { readonly workersMb: number }>;
}
