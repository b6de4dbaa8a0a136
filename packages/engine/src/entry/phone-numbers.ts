import { signal, untracked } from '../run/signals.ts';

/** Reads and prints telephone numbers. `createPhoneNumbers` of `@schalter/engine/phone` makes one. */
export interface PhoneNumbers {
  /** The number as E.164 (`+498923300`); `undefined` for what is no complete number. */
  read(text: string): string | undefined;
  /** A number in E.164 as people write it, such that it is read as the same; anything else as it stands. */
  print(value: string): string;
}

const used = signal<PhoneNumbers | undefined>(undefined);

/**
 * From now on telephone numbers are read and printed by this. The library behind it is heavier than this engine, so
 * whoever shows a form loads it where a page asks for a number; until then numbers stay as they were typed. Views that
 * show one are made anew.
 */
export function usePhoneNumbers(phoneNumbers: PhoneNumbers | undefined): void {
  used(phoneNumbers);
}

/** Whether somebody has loaded them already. */
export function hasPhoneNumbers(): boolean {
  return untracked(() => used() !== undefined);
}

export function readPhone(text: string): string | undefined {
  return untracked(() => used()?.read(text));
}

export function printPhone(value: string): string {
  return used()?.print(value) ?? value;
}
