/** The shape and hue of each person, by their place in the case; never a hue without its shape. */
const marks = [
  { hue: 'a', path: 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z' },
  { hue: 'b', path: 'M0 -8.5L8.5 0L0 8.5L-8.5 0z' },
  { hue: 'c', path: 'M-6.2 -6.2H6.2V6.2H-6.2z' },
  { hue: 'd', path: 'M0 -7.5L8 6.5H-8z' },
] as const

export const hueOf = (person: number) => (marks[person % marks.length] as (typeof marks)[number]).hue

/** One person's mark around the origin of an SVG; hollow is the time before. */
export const MarkShape = ({ person, hollow = false }: { person: number; hollow?: boolean }) => {
  const { hue, path } = marks[person % marks.length] as (typeof marks)[number]
  return <path d={path} className={`bp-mark bp-${hue}${hollow ? ' bp-hollow' : ''}`} />
}

/** A mark in a line of text: for a key, or before a name. */
export const Mark = ({ person, hollow = false }: { person: number; hollow?: boolean }) => (
  <svg className="bp-inline-mark" viewBox="-10 -10 20 20" width="18" height="18" aria-hidden="true">
    <MarkShape person={person} hollow={hollow} />
  </svg>
)
