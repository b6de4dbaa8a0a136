/** What reading and printing need to know of a field; field views and leaves of a program both fit. */
export interface EntryField {
  readonly type: string;
  readonly control: string;
  readonly format?: string;
  readonly unit?: string;
}
