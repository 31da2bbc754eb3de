/** Whether something refused what the server answered: a key or a keyring that is not the one it should be. */
export const isSwapped = (cause: unknown): boolean =>
  cause instanceof Error &&
  'code' in cause &&
  typeof cause.code === 'string' &&
  cause.code.endsWith('-swapped')
