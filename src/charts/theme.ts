/**
 * One meaning in three shades. All are opaque, so that what lies behind (grid lines) cannot change them.
 * `mark` reaches 3:1 on the background (bars, lines), `text` 4.5:1 (small labels); `tint` is a fill that never
 * stands alone: it is always closed by an edge in `mark`.
 */
export interface Hue {
  readonly mark: string;
  readonly text: string;
  readonly tint: string;
}

/** Everything about the look of a chart. Plain values rather than CSS variables, so that an exported SVG stands alone. */
export interface ChartTheme {
  readonly background: string;
  readonly ink: string;
  /** Tick labels, axis titles. */
  readonly muted: string;
  /** Decoration only: never carries meaning alone. */
  readonly grid: string;
  /** Noisy data. */
  readonly data: Hue;
  readonly filters: Hue;
  /** Clean data, the truth. */
  readonly clean: Hue;
  /** Filters at initialisation. */
  readonly initialisation: Hue;
  readonly fontFamily: string;
  /** Pixels. */
  readonly fontSize: { readonly tick: number; readonly label: number };
  /** Pixels. */
  readonly lineWidth: { readonly grid: number; readonly reference: number; readonly edge: number; readonly ghost: number; readonly series: number };
}

/** System fonts only: a figure must not wait for a download, and an exported SVG must find its font. Chinese ones come last, for what the others lack. */
const fontFamily = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const fontSize = { tick: 11, label: 12 };
const lineWidth = { grid: 1, reference: 1, edge: 1.5, ghost: 2, series: 2.25 };

/** The colours of Okabe and Ito (2008), which colour-blind readers can tell apart; as text, darkened until they reach AA. */
export const lightTheme: ChartTheme = {
  background: '#fdfcfa',
  ink: '#1c1c1f',
  muted: '#66666b',
  grid: '#e4e2dd',
  data: { mark: '#d55e00', text: '#b84f00', tint: '#eebf98' },
  filters: { mark: '#0072b2', text: '#006aa6', tint: '#a3cbe6' },
  clean: { mark: '#009e73', text: '#007a59', tint: '#a8dccb' },
  initialisation: { mark: '#85858b', text: '#66666b', tint: '#d4d4d6' },
  fontFamily,
  fontSize,
  lineWidth,
};

/** The same hues, lighter and a little less saturated, as bright areas spread on a dark ground. */
export const darkTheme: ChartTheme = {
  background: '#14161a',
  ink: '#ececee',
  muted: '#a3a6ad',
  grid: '#2b2f36',
  data: { mark: '#f0833a', text: '#ff9a57', tint: '#64402a' },
  filters: { mark: '#4ba3db', text: '#6bb8ea', tint: '#234a64' },
  clean: { mark: '#2fbf93', text: '#4cd3a8', tint: '#1d5645' },
  initialisation: { mark: '#7f838b', text: '#a3a6ad', tint: '#3a3d44' },
  fontFamily,
  fontSize,
  lineWidth,
};
