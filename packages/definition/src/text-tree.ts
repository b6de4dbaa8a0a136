/**
 * Texts after publication: Markdown has become a safe tree, so no page needs a parser or `innerHTML`.
 * `Part` is what an author may interpolate (`{{halter.vorname}}`): `Expression` in the compiled program,
 * nothing in the view, where every interpolation is already plain text.
 */
export type Inline<Part = never> =
  | string
  | Part
  | { readonly kind: 'emphasis' | 'strong'; readonly children: readonly Inline<Part>[] }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline<Part>[] }
  | { readonly kind: 'break' };

export type Block<Part = never> =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline<Part>[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline<Part>[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start?: number;
      readonly items: readonly (readonly Block<Part>[])[];
    }
  | { readonly kind: 'quote'; readonly children: readonly Block<Part>[] }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'table';
      readonly align: readonly ('left' | 'right' | 'center' | null)[];
      readonly head: readonly (readonly Inline<Part>[])[];
      readonly rows: readonly (readonly (readonly Inline<Part>[])[])[];
    };

/** A text of several paragraphs, as written in Markdown. */
export type TextTree<Part = never> = readonly Block<Part>[];
