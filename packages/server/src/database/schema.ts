import {
  bigserial,
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/**
 * The one schema of both databases. Change it, then run `drizzle-kit generate` in this package: the SQL it writes to
 * `migrations/` is committed and run at start. Columns of type `sealed` hold what the keyring encrypted.
 */
const sealed = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** Facts about the database itself. */
export const facts = pgTable('facts', {
  name: text('name').primaryKey(),
  value: sealed('value').notNull(),
});

/** Published versions. They never change (a trigger refuses it); only `retired_at` is set once. */
export const forms = pgTable(
  'forms',
  {
    id: text('id').notNull(),
    version: text('version').notNull(),
    /** Hash of `source`: equal content is the same version. */
    hash: text('hash').notNull(),
    /** JSON text of form, locales and the blocks and lists it was published with. Text, because the order of properties has meaning. */
    source: text('source').notNull(),
    publishedAt: instant('published_at').notNull(),
    retiredAt: instant('retired_at'),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

/** What is compiled from a published version: derived, and made anew when the compiler changes. */
export const builds = pgTable(
  'builds',
  {
    id: text('id').notNull(),
    version: text('version').notNull(),
    /** What compiled it: another stamp means another compiler. */
    compiler: text('compiler').notNull(),
    program: text('program').notNull(),
    programHash: text('program_hash').notNull(),
    /** Program and validators as one ES module for pages. */
    module: text('module').notNull(),
    moduleHash: text('module_hash').notNull(),
    /** The resolved `data`, for validation on the server. */
    data: text('data').notNull(),
    /** JSON Schema of the submission. */
    schema: text('schema').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

/** Designers' working copies. */
export const workingCopies = pgTable('working_copies', {
  id: text('id').primaryKey(),
  form: text('form').notNull(),
  locales: text('locales').notNull(),
  revision: integer('revision').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** Half-filled forms. After submission the session is wiped; the row proves who may see the receipt. */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    /** Idempotency key of the one submission this draft yields. */
    key: text('key').notNull().unique(),
    formId: text('form_id').notNull(),
    formVersion: text('form_version').notNull(),
    language: text('language').notNull(),
    revision: integer('revision').notNull(),
    session: sealed('session'),
    /** What became of the draft's older answers when its version was retired: JSON, until the person has gone on. */
    migration: sealed('migration'),
    /** `today()` when the session began, ISO date: no submission may be older. */
    today: text('today').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    submissionId: uuid('submission_id'),
  },
  (table) => [index('drafts_expires_at').on(table.expiresAt)],
);

export const submissions = pgTable(
  'submissions',
  {
    id: uuid('id').primaryKey(),
    reference: text('reference').notNull().unique(),
    key: text('key').notNull().unique(),
    draftId: uuid('draft_id').notNull(),
    formId: text('form_id').notNull(),
    formVersion: text('form_version').notNull(),
    language: text('language').notNull(),
    today: text('today').notNull(),
    /** JSON: answers and where mail goes. */
    content: sealed('content').notNull(),
    /** Keyed fingerprint of what was sent: the same key with other content is refused. */
    contentHash: text('content_hash').notNull(),
    /** The receipt as PDF. */
    document: sealed('document'),
    documentBytes: integer('document_bytes'),
    state: text('state').notNull(),
    paymentLater: boolean('payment_later').notNull(),
    receivedAt: instant('received_at').notNull(),
    deliveredAt: instant('delivered_at'),
  },
  (table) => [index('submissions_state').on(table.state)],
);

/** Every change of a submission's state, with its reason. */
export const submissionEvents = pgTable(
  'submission_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    from: text('from'),
    to: text('to').notNull(),
    cause: text('cause').notNull(),
  },
  (table) => [index('submission_events_submission').on(table.submissionId)],
);

/** What has to reach a receiver. The row is the truth; jobs only say when to look at it. */
export const deliveries = pgTable(
  'deliveries',
  {
    /** Stable: the receiver recognises a repetition by it. */
    id: uuid('id').primaryKey(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    /** Name of the service in the form. */
    service: text('service').notNull(),
    kind: text('kind').notNull(),
    /** `held` until the submission is released, then `pending`, at last `confirmed` or `needs-attention`. */
    state: text('state').notNull(),
    attempts: integer('attempts').notNull(),
    /** What the last attempt met, without addresses of people. */
    lastError: text('last_error'),
    nextTry: instant('next_try'),
    /** A worker is at it until then: two never deliver the same at once. */
    claimedUntil: instant('claimed_until'),
    confirmation: text('confirmation'),
    confirmedAt: instant('confirmed_at'),
  },
  (table) => [
    index('deliveries_submission').on(table.submissionId),
    index('deliveries_due').on(table.state, table.nextTry),
  ],
);
