/** A file a person has chosen. */
export interface UploadSource {
  readonly name: string;
  /** Media type; empty where nobody knows. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** What the port reads the bytes from (in a browser a `Blob`): nothing else looks into it. */
  readonly content: unknown;
}

/** A file that has arrived, as it stands in the answers. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export interface UploadRequest {
  /** Name of the service in the form, where the field names one. */
  readonly service?: string;
  /** Pointer template of the field. */
  readonly template: string;
  readonly file: UploadSource;
  /** The same file at the same field has the same key: begun twice, it is one upload. */
  readonly key: string;
  /** Where an upload that was interrupted goes on. */
  readonly handle?: string;
}

export interface UploadProgress {
  /** Bytes that have arrived. */
  readonly sent: number;
  /** What the upload goes on with after an interruption, on another machine too. */
  readonly handle?: string;
}

/** What has become of a file that has arrived. */
export type FileStatus =
  | { readonly state: 'scanning' }
  | { readonly state: 'clean'; readonly file: UploadedFile }
  /** `reason`: `infected`, `type-differs` (not what it says it is), `unreadable`, or another. */
  | { readonly state: 'refused'; readonly reason: string };

/**
 * Takes files. Rejects with a `PortError`: `upload-gone` (the handle is too old: begin again), `too-large`, `accept`,
 * `quota`, or anything else.
 */
export interface UploadPort {
  /** @returns the file's id, once all of it has arrived */
  upload(
    request: UploadRequest,
    report: (progress: UploadProgress) => void,
    signal: AbortSignal,
  ): Promise<{ readonly id: string }>;
  status(id: string, signal: AbortSignal): Promise<FileStatus>;
  /** Removes a file, or what has arrived of it; what is not there is no failure. */
  remove(what: { readonly id?: string; readonly handle?: string }, signal: AbortSignal): Promise<void>;
}
