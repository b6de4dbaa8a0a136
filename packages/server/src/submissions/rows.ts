import type { deliveries, submissions } from '../database/schema.ts';

export type SubmissionRow = typeof submissions.$inferSelect;
export type DeliveryRow = typeof deliveries.$inferSelect;
