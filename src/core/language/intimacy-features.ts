/** Symbols that the features of a mention of "intimate" use beside words. */
export const intimacySymbols: readonly string[] = []
