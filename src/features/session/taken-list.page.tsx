import type { TakenItem } from '../../core/case/session-state.ts'
import { Button } from '../../ui/button.tsx'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { focusHeading } from './focus-soon.page.ts'

/** What was taken from one hour, each with the way to put it away again. */
export function TakenList({ open, session }: { open: OpenCase; session: string }) {
  const { t } = useTherapistText()
  const { state } = open
  const of = <I extends TakenItem>(items: I[], name: (item: I) => TherapistKey) =>
    items
      .filter(item => item.session === session)
      .map(item => ({ item: item.item, at: item.at, who: item.who, words: item.words, as: name(item) }))
  const taken = [
    ...of(state.cards, card => `as.${card.of}`),
    ...of(state.promises, () => 'as.promise'),
    ...of(state.advice, ({ steps }) => `as.advice-${steps.at(-1)?.step ?? 'asked'}`),
    ...of(state.exercises, () => 'as.exercise'),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))
  if (taken.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('session.taken')}</h2>
      <ul role="list" className="lines">
        {taken.map(({ item, who, words, as }) => (
          <li key={item} className="taken">
            <span className="small soft">
              {[t(as), state.people.find(({ seat }) => seat === who)?.label].filter(Boolean).join(' · ')}
            </span>
            <span className="own-words">{words}</span>
            <Button
              kind="quiet"
              onClick={() => {
                focusHeading()
                void open.append('record', {
                  kind: 'item-put-away',
                  at: new Date().toISOString(),
                  item,
                  away: true,
                })
              }}
            >
              {t('taken.take-back')}
              <span className="visually-hidden">: {words}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="small">
        <a href={`#/case/${open.id}/ledgers`}>{t('taken.to-ledgers')}</a>
      </p>
    </section>
  )
}
