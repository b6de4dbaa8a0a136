import type { ContentView, TextView } from '@schalter/engine';

/** Texts carry no answer and have an id instead of a pointer. */
export function isText(item: ContentView): item is TextView {
  return item.kind === 'text' || item.kind === 'notice' || item.kind === 'details';
}
