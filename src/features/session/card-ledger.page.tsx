import { useState } from 'react'
import type { Card } from '../../core/case/session-state.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { ItemFoot } from './item-foot.page.tsx'

/** Stories and categories in people's own words: collected, questioned, rewritten. */
export function CardLedger({ open }: { open: OpenCase }) {
  const { t } = useTherapistText()
  const { cards } = open.state
  return (
    <>
      <div className="stack">
        <PageTitle>{t('ledger.cards')}</PageTitle>
        <p>{t('cards.intro')}</p>
        <p className="small soft">{t('readers.record')}</p>
        {cards.length === 0 ? <p className="soft">{t('cards.empty')}</p> : null}
      </div>
      {(['story', 'category'] as const).map(of => {
        const mine = cards.filter(card => card.of === of).reverse()
        return mine.length > 0 ? (
          <section key={of} className="stack">
            <h2>{t(of === 'story' ? 'cards.stories' : 'cards.categories')}</h2>
            <ul role="list" className="lines">
              {mine.map(card => (
                <li key={card.item}>
                  <CardLine open={open} card={card} />
                </li>
              ))}
            </ul>
          </section>
        ) : null
      })}
    </>
  )
}

function CardLine({ open, card }: { open: OpenCase; card: Card }) {
  const { t } = useTherapistText()
  const [working, setWorking] = useState(false)
  const [asked, setAsked] = useState(card.asked)
  const [rewritten, setRewritten] = useState(card.rewritten)
  const keep = async () => {
    const { item, who, words, session, source, of } = card
    const at = new Date().toISOString()
    await open.append('record', {
      kind: 'card',
      at,
      item,
      who,
      words,
      session,
      source,
      of,
      asked: asked.trim(),
      rewritten: rewritten.trim(),
    })
    setWorking(false)
  }
  return (
    <article className="stack-tight">
      <p className="card-words">{card.words}</p>
      {working ? (
        <form
          className="stack"
          onSubmit={event => {
            event.preventDefault()
            void keep()
          }}
        >
          <Field label={t('cards.asked')} hint={t(`cards.asked-hint-${card.of}`)}>
            {wiring => (
              <textarea
                {...wiring}
                rows={3}
                className="short"
                maxLength={4000}
                value={asked}
                onChange={event => setAsked(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t('cards.rewritten')} hint={t('cards.rewritten-hint')}>
            {wiring => (
              <textarea
                {...wiring}
                rows={2}
                className="short"
                maxLength={4000}
                value={rewritten}
                onChange={event => setRewritten(event.currentTarget.value)}
              />
            )}
          </Field>
          <div className="row">
            <Button type="submit">{t('cards.keep')}</Button>
            <Button kind="quiet" onClick={() => setWorking(false)}>
              {t('leave-as-is')}
            </Button>
          </div>
        </form>
      ) : (
        <>
          {card.asked ? <p className="own-words">{card.asked}</p> : null}
          {card.rewritten ? (
            <p className="own-words">
              <span className="small soft">{t('cards.rewritten')}</span> {card.rewritten}
            </p>
          ) : null}
          <div>
            <Button kind="quiet" onClick={() => setWorking(true)}>
              {t('cards.question')}
              <span className="visually-hidden">: {card.words}</span>
            </Button>
          </div>
        </>
      )}
      <ItemFoot open={open} item={card} />
    </article>
  )
}
