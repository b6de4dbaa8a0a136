const shape = /^([+-]?\d{1,2}(?:\.\d{1,10})?)\s*,\s*([+-]?\d{1,3}(?:\.\d{1,10})?)$/u;

/**
 * A place on earth: latitude (−90 to 90) and longitude (−180 to 180) in decimal degrees with points, parted by a comma:
 * `48.13715, 11.57612`.
 * Source: RFC 5870 (order, WGS 84, ranges), without its scheme `geo:`.
 */
export function isCoordinates(text: string): boolean {
  const [, latitude, longitude] = shape.exec(text) ?? [];
  return latitude !== undefined && Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
}
