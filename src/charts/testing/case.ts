import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';

/** A chart in a telling state, whose drawing is kept beside it as `snapshots/<its name>.svg`. */
export interface Case<Data> {
  readonly data: Data;
  /** Where it is not the one in which the page usually shows the chart. */
  readonly size?: Size;
  /** Where it is not the light one. */
  readonly theme?: ChartTheme;
}

export interface Cases<Data> {
  /** In which the page usually shows the chart. */
  readonly size: Size;
  readonly states: Readonly<Record<string, Case<Data>>>;
}
