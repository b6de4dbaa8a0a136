/** A place on earth that a person can choose. */
export interface Place {
  readonly id: string;
  /** As people choose it from a list: `Marienplatz 8, 80331 München`. */
  readonly label: string;
  /** What the field takes; the label if left out. */
  readonly text?: string;
  /** WGS 84, degrees. */
  readonly lat?: number;
  readonly lon?: number;
  /** What else a form may fill in from it: street, postal code … */
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

export interface PlaceQuery {
  /** Name of the service in the form. */
  readonly service: string;
  readonly language: string;
  readonly text: string;
}

export interface PointQuery {
  readonly service: string;
  readonly language: string;
  readonly lat: number;
  readonly lon: number;
}

/** Finds places. Both answer the best first, nothing found is an empty list. Rejects with a `PortError`. */
export interface GeoPort {
  search(query: PlaceQuery, signal: AbortSignal): Promise<readonly Place[]>;
  /** What is at a point. */
  locate(query: PointQuery, signal: AbortSignal): Promise<readonly Place[]>;
}
