// Ports in memory, for tests and stories: what is at the other end does as it is told

export { type BookingDouble, type BookingDoubleOptions, bookingDouble, someSlots } from './booking.ts';
export { type Card, type EidDouble, eidDouble, erikasCard } from './eid.ts';
export { type GeoDouble, geoDouble, somePlaces } from './geo.ts';
export { type AccountHolder, erikaMustermann, type IdentityDouble, identityDouble } from './identity.ts';
export { type LookupDouble, type LookupRow, lookupDouble } from './lookup.ts';
export { type PaymentDouble, paymentDouble } from './payment.ts';
export { Remote } from './remote.ts';
export { type UploadDouble, uploadDouble } from './upload.ts';
