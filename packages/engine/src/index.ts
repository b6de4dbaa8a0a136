// A form being filled in

export { EngineError } from './engine-error.ts';
// Typed entry
export { type DateParts, joinDate, joinMonth, splitDate, splitMonth } from './entry/date-parts.ts';
export type { EntryField } from './entry/field.ts';
export { hasPhoneNumbers, type PhoneNumbers, usePhoneNumbers } from './entry/phone-numbers.ts';
export { printEntry, printForReading } from './entry/print.ts';
export { readEntry } from './entry/read.ts';
export { printUnit } from './entry/unit.ts';
// Judging answers without a session
export { type EvaluateOptions, type Evaluation, evaluateForm, type ServiceState } from './evaluate/evaluate-form.ts';
export type { Proven } from './evaluate/proven.ts';
export { type Difference, runCase } from './evaluate/run-case.ts';
export { type ProgramHeader, programHeader, type SummariseOptions, summarise } from './evaluate/summarise.ts';
export { type Verification, type VerifyOptions, verifySubmission } from './evaluate/verify.ts';
export type { FormEvent, SessionEvent } from './event.ts';
// Patterns of forms
export { type PatternRunner, usePatternRunner } from './expression/pattern-runner.ts';
// The schema of a form's submissions
export { toJsonSchema, type Untranslated } from './json-schema/to-json-schema.ts';
export type { PersistedSession } from './persisted.ts';
export type { BookingPort, Hold, HoldRequest, Slot, SlotQuery } from './ports/booking.ts';
// Ports a session waits for
export type { DraftPort } from './ports/draft.ts';
export type { CardRequest, CardStage, EidPort } from './ports/eid.ts';
export type { GeoPort, Place, PlaceQuery, PointQuery } from './ports/geo.ts';
export type { Claim, IdentityPort, IdentityRequest, Level, Proof, Redirect } from './ports/identity.ts';
export type {
  LookupCheck,
  LookupContext,
  LookupOption,
  LookupOptions,
  LookupPort,
} from './ports/lookup.ts';
export type { PaymentPort, PaymentRequest, PaymentState, PaymentStatus } from './ports/payment.ts';
export type { PortFailure, Submission, SubmissionPort } from './ports/submission.ts';
export type {
  FileStatus,
  UploadedFile,
  UploadPort,
  UploadProgress,
  UploadRequest,
  UploadSource,
} from './ports/upload.ts';
// Problems
export type { ConstraintProblem, Problem, ProblemParams, TranslateProblem, Validate } from './problem.ts';
// Compiled forms
export type { LeafEntry, Program, ProgramNode, StepNode } from './program.ts';
export type { ServiceEvent } from './services/event.ts';
export type {
  BookingView,
  EidView,
  FieldServices,
  FieldServiceView,
  FileView,
  GeoView,
  IdentityView,
  LookupView,
  PaymentView,
  SearchView,
  ServiceFailure,
  ServiceView,
  UploadView,
} from './services/view.ts';
export { PortError } from './session/failure.ts';
export type { SessionServices } from './session/services.ts';
export { type Clock, createSession, restoreSession, type Session, type SessionOptions } from './session/session.ts';
// What a renderer shows
export type {
  ContentView,
  DraftState,
  EntryView,
  FieldView,
  FormHeader,
  GroupView,
  ListView,
  OptionView,
  ProblemView,
  Receipt,
  RouteEntry,
  StepView,
  SubmissionState,
  Summary,
  SummaryContent,
  SummaryGroup,
  SummaryRow,
  SummarySection,
  TaskList,
  TaskView,
  TextView,
  View,
} from './view.ts';
