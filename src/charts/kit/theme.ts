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
  /** How much larger than usual type is on a page of this theme; in the sizes below already. */
  readonly magnified: number;
  /** Pixels. */
  readonly fontSize: { readonly tick: number; readonly label: number };
  /** Pixels. */
  readonly lineWidth: {
    readonly grid: number;
    readonly reference: number;
    readonly edge: number;
    readonly ghost: number;
    readonly series: number;
  };
}

/** System fonts only: a figure must not wait for a download, and an exported SVG must find its font. Chinese ones come last, for what the others lack. */
const fontFamily =
  '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const magnified = 1;
const fontSize = { tick: 13, label: 13 };
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
  magnified,
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
  magnified,
  fontSize,
  lineWidth,
};

/** For a lecture hall, read from its last row: pure contrast, larger type, heavier lines; every text reaches AAA. */
export const projectorTheme: ChartTheme = {
  background: '#ffffff',
  ink: '#000000',
  muted: '#333337',
  grid: '#c9c9cd',
  data: { mark: '#bf4b00', text: '#973c00', tint: '#f0bd93' },
  filters: { mark: '#0062a0', text: '#00508a', tint: '#9ccbea' },
  clean: { mark: '#007a58', text: '#005c43', tint: '#9ddcc8' },
  initialisation: { mark: '#606067', text: '#3f3f45', tint: '#cdcdd1' },
  fontFamily,
  magnified: 1.3,
  fontSize: { tick: 16, label: 18 },
  lineWidth: { grid: 1.5, reference: 2, edge: 2.5, ghost: 3.5, series: 4 },
};

/** Light, on white paper. */
export const paperTheme: ChartTheme = { ...lightTheme, background: '#ffffff' };

/** The theme on a page whose type is so much larger than usual. */
export function themeAt(theme: ChartTheme, magnification: number): ChartTheme {
  const factor = magnification / theme.magnified;
  const times = <T extends Readonly<Record<string, number>>>(sizes: T) =>
    Object.fromEntries(Object.entries(sizes).map(([key, size]) => [key, size * factor])) as T;
  return factor === 1
    ? theme
    : { ...theme, magnified: magnification, fontSize: times(theme.fontSize), lineWidth: times(theme.lineWidth) };
}
