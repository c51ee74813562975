/** What reading one document may cost; a notice of the genre stays far below all of it. */
export interface DocumentLimits {
  readonly mostBytes: number;
  /** Of plain text and of what is read out of any document, in UTF-16 units. */
  readonly mostCharacters: number;
  /** Of the unpacked parts of a packed document. */
  readonly mostUnpackedBytes: number;
  /** Of one part that is read as a whole; a notice's is under a million. */
  readonly mostPartBytes: number;
  readonly mostParts: number;
  readonly mostCells: number;
  readonly mostPages: number;
  /** Of the reading process, all of its memory included. */
  readonly mostMemoryMiB: number;
  readonly mostMilliseconds: number;
}

/** The longest notice known has some 40,000 characters; a scanned one of a hundred pages some 20 MB. */
export const documentLimits: DocumentLimits = {
  mostBytes: 30_000_000,
  mostCharacters: 5_000_000,
  mostUnpackedBytes: 150_000_000,
  mostPartBytes: 40_000_000,
  mostParts: 4_000,
  mostCells: 200_000,
  mostPages: 1_000,
  mostMemoryMiB: 1_024,
  mostMilliseconds: 45_000,
};
