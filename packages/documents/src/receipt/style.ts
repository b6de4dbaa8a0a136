import type { Fonts } from '../font/fonts.ts';
import type { Color, TextStyle } from '../layout/lines.ts';
import type { PageFormat } from '../pdf/write.ts';

/** Points in a millimetre. */
const mm = 72 / 25.4;

export const a4: PageFormat = {
  width: 210 * mm,
  height: 297 * mm,
  margin: { left: 25 * mm, right: 20 * mm, top: 20 * mm, bottom: 24 * mm },
};

export const labelWidth = 55 * mm;
/** Between the columns of labels and of values. */
export const gutter = 4 * mm;
export const footerBase = 13 * mm;

export const colors = {
  text: rgb(0x131525),
  muted: rgb(0x51577a),
  divider: rgb(0xc0c3d5),
  surface: rgb(0xf3f4f7),
  city: rgb(0x003b73),
} as const;

export type StyleName =
  | 'authority'
  | 'caption'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'body'
  | 'strong'
  | 'label'
  | 'reference'
  | 'referenceLabel'
  | 'quiet'
  | 'small';

/** Sizes and leadings in points. */
export function createStyles({ regular, bold }: Fonts): Readonly<Record<StyleName, TextStyle>> {
  return {
    authority: { font: bold, size: 11, leading: 15.5, color: colors.city },
    caption: { font: regular, size: 11, leading: 15.5, color: colors.muted },
    h1: { font: bold, size: 20, leading: 26, color: colors.text },
    h2: { font: bold, size: 14, leading: 19, color: colors.text },
    h3: { font: bold, size: 12, leading: 16.5, color: colors.text },
    h4: { font: bold, size: 11, leading: 15.5, color: colors.muted },
    body: { font: regular, size: 11, leading: 15.5, color: colors.text },
    strong: { font: bold, size: 11, leading: 15.5, color: colors.text },
    label: { font: regular, size: 11, leading: 15.5, color: colors.muted },
    // Its leading puts it on the line of the reference.
    referenceLabel: { font: regular, size: 11, leading: 21.2, color: colors.muted },
    reference: { font: bold, size: 14, leading: 19, color: colors.text },
    quiet: { font: regular, size: 11, leading: 15.5, color: colors.muted },
    small: { font: regular, size: 9, leading: 13, color: colors.muted },
  };
}

function rgb(hex: number): Color {
  return [(hex >> 16) / 255, ((hex >> 8) & 0xff) / 255, (hex & 0xff) / 255];
}
