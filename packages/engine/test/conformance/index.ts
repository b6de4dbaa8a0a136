// What everything that a session takes for a port has to do: call the suite from the tests of what speaks for it

export { type BookingHarness, bookingConformance } from './booking.ts';
export { type EidHarness, eidConformance } from './eid.ts';
export { type GeoHarness, geoConformance } from './geo.ts';
export { type IdentityHarness, identityConformance } from './identity.ts';
export { type LookupHarness, lookupConformance } from './lookup.ts';
export { type PaymentHarness, paymentConformance } from './payment.ts';
export { type UploadHarness, uploadConformance } from './upload.ts';
