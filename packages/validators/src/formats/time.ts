const shape = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.\d{1,9})?)?(?:z|([+-])([01]\d|2[0-3]):([0-5]\d))?$/iu;

/**
 * A time of day: `09:30`, also with seconds and an offset (`09:30:00+01:00`). Fields of pages give neither, so both
 * are optional here, unlike in the source. A leap second is one where it is 23:59 in UTC.
 * Source: RFC 3339, full-time.
 */
export function isTime(text: string): boolean {
  const [whole, hours, minutes, seconds, sign, offsetHours = 0, offsetMinutes = 0] = shape.exec(text) ?? [];
  if (whole === undefined || seconds !== '60') return whole !== undefined;
  if (sign === undefined && !/z$/iu.test(text)) return false;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  return (Number(hours) * 60 + Number(minutes) - offset + 1440) % 1440 === 1439;
}
