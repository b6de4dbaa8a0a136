import type { FieldSchema } from './form.generated.ts';
import { unitKind } from './unit.ts';

/** The name of a control. */
export type ControlName = NonNullable<FieldSchema['control']>;

/** One row of the table of controls. */
export interface ControlDeclaration {
  readonly name: ControlName;
  /** What it asks for, in a few words. */
  readonly purpose: string;
  /** Types of the fields it can ask for; none: it only shows text. */
  readonly types: readonly NonNullable<FieldSchema['type']>[];
  /** Whether fields without `control` of this shape are asked with it; the first row that says so wins. */
  readonly isDefault?: (shape: FieldShape) => boolean;
  /** What to take where a renderer has not got this control: for a single value, for a list of values. */
  readonly fallback?: ControlName;
  readonly listFallback?: ControlName;
}

/** What the defaults look at. */
export interface FieldShape {
  readonly type: FieldSchema['type'];
  readonly format: string | undefined;
  /** Number of options; 0: not a choice. Of a list: those of its entries. */
  readonly options: number;
  readonly constTrue: boolean;
  readonly currency: boolean;
  /** More than a line: over 200 characters or counted in words. */
  readonly long: boolean;
  readonly markdown: boolean;
  /** A group of `id`, `name`, `type`, `size`, or a list of them. */
  readonly file: boolean;
}

const single = (shape: FieldShape): boolean => shape.type !== 'array' && shape.options > 0;
const text = (shape: FieldShape): boolean => shape.type === 'string';
const numeric = (shape: FieldShape): boolean => shape.type === 'integer' || shape.type === 'number';

/** The one table of controls, in the order in which the defaults are tried. */
export const controls: readonly ControlDeclaration[] = [
  { name: 'file', purpose: 'Files to upload', types: ['object', 'array'], isDefault: (shape) => shape.file },
  {
    name: 'checkboxes',
    purpose: 'Several options, all visible',
    types: ['array'],
    isDefault: (shape) => shape.type === 'array' && shape.options > 0 && shape.options <= 20,
  },
  {
    name: 'radios',
    purpose: 'One option, all visible',
    types: ['string', 'integer', 'number', 'boolean'],
    isDefault: (shape) => single(shape) && shape.options <= 7,
  },
  {
    name: 'select',
    purpose: 'One option of a closed list',
    types: ['string', 'integer', 'number'],
    isDefault: (shape) => single(shape) && shape.options <= 20,
  },
  {
    name: 'searchable',
    purpose: 'One or several of many options, found by typing',
    types: ['string', 'integer', 'number', 'array'],
    isDefault: (shape) => shape.options > 20,
    fallback: 'select',
    listFallback: 'checkboxes',
  },
  {
    name: 'consent',
    purpose: 'A tick box that must be ticked',
    types: ['boolean'],
    isDefault: (shape) => shape.type === 'boolean' && shape.constTrue,
    fallback: 'checkbox',
  },
  {
    name: 'yes-no',
    purpose: 'A question answered yes or no',
    types: ['boolean'],
    isDefault: (shape) => shape.type === 'boolean',
  },
  { name: 'checkbox', purpose: 'A tick box: ticked, or unanswered', types: ['boolean'] },
  {
    name: 'memorable-date',
    purpose: 'A date in three parts: day, month, year',
    types: ['string'],
    isDefault: (shape) => text(shape) && shape.format === 'date',
  },
  {
    name: 'month-year',
    purpose: 'A month and a year',
    types: ['string'],
    isDefault: (shape) => text(shape) && shape.format === 'year-month',
  },
  {
    name: 'time',
    purpose: 'A time of day',
    types: ['string'],
    isDefault: (shape) => text(shape) && shape.format === 'time',
    fallback: 'text',
  },
  {
    name: 'date-time',
    purpose: 'A date and a time of day',
    types: ['string'],
    isDefault: (shape) => text(shape) && shape.format === 'date-time',
    fallback: 'text',
  },
  {
    name: 'email',
    purpose: 'An e-mail address',
    types: ['string'],
    isDefault: (shape) => text(shape) && shape.format === 'email',
  },
  {
    name: 'phone',
    purpose: 'A phone number',
    types: ['string'],
    isDefault: (shape) => text(shape) && shape.format === 'phone',
  },
  {
    name: 'url',
    purpose: 'A web address',
    types: ['string'],
    isDefault: (shape) => text(shape) && shape.format === 'uri',
    fallback: 'text',
  },
  {
    name: 'iban',
    purpose: 'An IBAN, shown in groups of four',
    types: ['string'],
    isDefault: (shape) => text(shape) && shape.format === 'iban',
  },
  {
    name: 'money',
    purpose: 'An amount with its currency',
    types: ['integer', 'number'],
    isDefault: (shape) => numeric(shape) && shape.currency,
  },
  { name: 'number', purpose: 'A number, with its unit', types: ['integer', 'number'], isDefault: numeric },
  {
    name: 'rich-text',
    purpose: 'A text with headings, lists and emphasis (Markdown)',
    types: ['string'],
    isDefault: (shape) => text(shape) && shape.markdown,
    fallback: 'textarea',
  },
  {
    name: 'textarea',
    purpose: 'A text of several lines',
    types: ['string'],
    isDefault: (shape) => text(shape) && shape.long,
  },
  {
    name: 'text',
    purpose: 'A text of one line; without a type: a text that is only shown',
    types: ['string'],
    isDefault: text,
  },
  { name: 'notice', purpose: 'An important text that is only shown', types: [] },
];

const byName: ReadonlyMap<string, ControlDeclaration> = new Map(controls.map((control) => [control.name, control]));

/** The row of a control, if there is such a one. */
export function controlDeclaration(name: string): ControlDeclaration | undefined {
  return byName.get(name);
}

/**
 * The control a field of a resolved form is asked with: the one it names, else the default of its shape. Groups and
 * lists that are not asked by one control (lists of groups, lists of plain values without options) have `group` and
 * `list`.
 */
export function controlFor(schema: FieldSchema): ControlName | 'group' | 'list' {
  if (schema.control !== undefined) return schema.control;
  const shape = shapeOf(schema);
  const found = controls.find((control) => control.isDefault?.(shape));
  if (found) return found.name;
  if (shape.type === 'object') return 'group';
  return shape.type === 'array' ? 'list' : 'text';
}

function shapeOf(schema: FieldSchema): FieldShape {
  const value = schema.type === 'array' && schema.items ? schema.items : schema;
  const unit = typeof schema.unit === 'string' ? unitKind(schema.unit) : 'text';
  return {
    type: schema.type,
    format: schema.format,
    options: value.oneOf?.length ?? value.enum?.length ?? 0,
    constTrue: schema.const === true,
    currency: unit === 'currency' || unit === 'minor-currency',
    long: (schema.maxLength ?? 0) > 200 || schema.maxWords !== undefined,
    markdown: schema.contentMediaType === 'text/markdown',
    file: value.control === 'file',
  };
}
