const shape = /^(?:0[1-9]|1[0-6])\d{10}$/u;

/**
 * The regional key of a German municipality (Amtlicher Regionalschlüssel): twelve digits: as the municipality's key,
 * with four digits of the association of municipalities before the last three: `091620000000`. It is not looked up
 * whether the municipality exists.
 * Source: Statistische Ämter, Gemeindeverzeichnis (GV-ISys).
 */
export function isArs(text: string): boolean {
  return shape.test(text);
}
