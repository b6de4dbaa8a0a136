const shape = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/u;

/**
 * A time of day: `09:30`, also with seconds and an offset (`09:30:00+01:00`). Fields of pages give neither, so both
 * are optional here, unlike in the source: RFC 3339, full-time. No leap seconds.
 */
export function isTime(text: string): boolean {
  return shape.test(text);
}
