import type { FieldSchema } from '@schalter/definition';
import { leafConstraints } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import { previewConstraints } from './constraints/preview.ts';

/**
 * Validates answers without generating code, for pages under a strict CSP that show forms nobody precompiled:
 * previews, the static designer. The same problems as the precompiled validators (a differential test holds them
 * equal), slower.
 * @param data `data` of a resolved form
 */
export function createPreviewValidate(data: FieldSchema): Validate {
  return previewConstraints(leafConstraints(data));
}
