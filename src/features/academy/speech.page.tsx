import type { SimulatedCouple } from '../../core/model/couple-schema.ts'
import type { Reply } from '../../core/simulation/reply.ts'
import { Mark } from '../../ui/blueprint/mark.tsx'

/** What the people said, each with their mark and name and how it was said. Their speech is English on every page. */
export function Speech({ couple, replies }: { couple: SimulatedCouple; replies: readonly Reply[] }) {
  return replies.map(({ who, text, manner }, index) => {
    const place = couple.people.findIndex(({ id }) => id === who)
    return (
      // What was said stays in its order
      <div key={index} className="speech" lang="en">
        <p className="speech-who">
          <Mark person={Math.max(0, place)} />
          <strong>{couple.people[place]?.name}</strong> <span className="small soft">{manner}</span>
        </p>
        <p className="speech-words">{text}</p>
      </div>
    )
  })
}
