// Public holidays, for sessions of forms that count working days

export type { HolidaySource } from '../expression/tree.ts';
export { germanHolidays, germanRegions } from './germany.ts';
export { holidaySource } from './source.ts';
