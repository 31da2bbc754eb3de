import model from 'virtual:model'
import { useState } from 'react'
import type { ElementId } from '../../core/model/schema.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'

/** The order of the foundations, moved by buttons; the therapist's own always wins. */
export function OrderOfWork({ open, recommended }: { open: OpenCase; recommended: ElementId[] }) {
  const { t, words } = useTherapistText()
  const [said, say] = useState('')
  const own = open.state.order
  const known = own ?? recommended
  const order = [...known, ...model.elements.map(({ id }) => id).filter(id => !known.includes(id))]
  const nameOf = (id: ElementId) => {
    const name = model.elements.find(element => element.id === id)?.name
    return name ? words(name) : id
  }
  const choose = (elements: ElementId[]) =>
    open.append('record', { kind: 'order-chosen', at: new Date().toISOString(), elements })
  const move = async (id: ElementId, by: -1 | 1) => {
    const from = order.indexOf(id)
    await choose(order.toSpliced(from, 1).toSpliced(from + by, 0, id))
    say(t('plan.moved', { what: nameOf(id), place: from + by + 1 }))
  }
  return (
    <section className="stack">
      <h2>{t('plan.order')}</h2>
      <p>{own ? t('plan.order-own') : t('plan.order-recommended')}</p>
      <ol role="list" className="order">
        {order.map((id, index) => (
          <li key={id}>
            <span className="question-number">{index + 1}</span>
            <span className="order-name">{nameOf(id)}</span>
            <Button
              kind="quiet"
              className="arrow"
              aria-label={t('plan.up', { what: nameOf(id) })}
              aria-disabled={index === 0}
              onClick={() => (index > 0 ? void move(id, -1) : undefined)}
            >
              ↑
            </Button>
            <Button
              kind="quiet"
              className="arrow"
              aria-label={t('plan.down', { what: nameOf(id) })}
              aria-disabled={index === order.length - 1}
              onClick={() => (index < order.length - 1 ? void move(id, 1) : undefined)}
            >
              ↓
            </Button>
          </li>
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {own ? (
        <div>
          <Button onClick={() => void choose([])}>{t('plan.order-back')}</Button>
        </div>
      ) : null}
    </section>
  )
}
