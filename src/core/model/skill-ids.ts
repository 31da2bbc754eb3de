/** The seven skills that a rehearsal observes, apart from their schema: a page that names them needs no checker of shapes. */
export const skillIds = [
  'hearing',
  'plain-words',
  'balance',
  'foundations-first',
  'curiosity',
  'repair',
  'safety',
] as const
