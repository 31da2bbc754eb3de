/** The seven elements in their fixed order, apart from their schema: a page that names them needs no checker of shapes. */
export const elementIds = [
  'communication',
  'values',
  'commitments',
  'self-management',
  'power',
  'conflict',
  'existential',
] as const
