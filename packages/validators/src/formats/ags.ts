const shape = /^(?:0[1-9]|1[0-6])\d{6}$/u;

/**
 * The key of a German municipality (Amtlicher Gemeindeschlüssel): eight digits: state, district, county, municipality:
 * `09162000`. It is not looked up whether the municipality exists.
 * Source: Statistische Ämter, Gemeindeverzeichnis (GV-ISys).
 */
export function isAgs(text: string): boolean {
  return shape.test(text);
}
