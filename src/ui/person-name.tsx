import { Mark } from './blueprint/mark.tsx'

/** A person by pseudonym, with their mark. `index` is their place in the case. */
export const PersonName = ({ index, label }: { index: number; label: string }) => (
  <span className="person-name">
    <Mark person={index} />
    {label}
  </span>
)
