/**
 * A limit on everything, so that no form, record or file can grow until it hurts. Measured against what the work
 * needs (docs/limits.md gives the reasoning); the database repeats those that guard it.
 */
export const limits = {
  /** Characters in a single-line answer. */
  lineLengthMax: 200,
  /** Characters in a long answer or a case note: about 30 printed pages. */
  textLengthMax: 60_000,
  /** Fields that one step may ask. */
  fieldsPerStepMax: 60,
  /** Steps in one pathway. */
  stepsPerPathwayMax: 40,
  /** Entries in one child's record. The longest real records run to some thousands. */
  entriesPerRecordMax: 50_000,
  /** Children in one act (a family, or a domestic-abuse notice with several households). */
  childrenPerActMax: 20,
  /** Bytes of one entry's content as JSON. */
  contentBytesMax: 262_144,
  /** Bytes of one attached file. */
  fileBytesMax: 20 * 1024 * 1024,
} as const
