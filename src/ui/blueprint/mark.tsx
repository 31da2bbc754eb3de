/** Shapes and hues go round at different paces, so that twelve people are all told apart; never a hue without its shape. */
const shapes = [
  'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z',
  'M0 -8.5L8.5 0L0 8.5L-8.5 0z',
  'M-6.2 -6.2H6.2V6.2H-6.2z',
  'M0 -7.5L8 6.5H-8z',
] as const
const hues = ['a', 'b', 'c'] as const

/** The hue of a person by their place in the case. */
export const hueOf = (person: number) => hues[person % hues.length] as (typeof hues)[number]

/** One person's mark around the origin of an SVG; hollow is the time before. */
export const MarkShape = ({ person, hollow = false }: { person: number; hollow?: boolean }) => (
  <path
    d={shapes[person % shapes.length]}
    className={`bp-mark bp-${hueOf(person)}${hollow ? ' bp-hollow' : ''}`}
  />
)

/** A mark in a line of text: for a key, or before a name. */
export const Mark = ({ person, hollow = false }: { person: number; hollow?: boolean }) => (
  <svg className="bp-inline-mark" viewBox="-10 -10 20 20" width="18" height="18" aria-hidden="true">
    <MarkShape person={person} hollow={hollow} />
  </svg>
)
