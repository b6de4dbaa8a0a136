/**
 * The legal time of receipt as people read it: the day, and the time to the second with its zone, for deadlines that
 * end at midnight.
 * @param instant ISO instant
 * @param dates BCP 47 locale of the wording
 */
export function receiptTime(
  instant: string,
  dates: string,
  timeZone: string,
): { readonly date: string; readonly time: string; readonly zone: string } {
  const moment = new Date(instant);
  const date = new Intl.DateTimeFormat(dates, { timeZone, dateStyle: 'full' }).format(moment);
  const parts = new Intl.DateTimeFormat(dates, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? '';
  return { date, time: `${part('hour')}:${part('minute')}:${part('second')}`, zone: part('timeZoneName') };
}
