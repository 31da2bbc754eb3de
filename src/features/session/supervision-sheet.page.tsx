import model from 'virtual:model'
import type { TranscriptState } from '../../core/case/session-state.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'

interface Props {
  open: OpenCase
  transcript: TranscriptState
  talk: Record<string, number>
  nameOf(who: string): string
}

/** One page for supervision: what was accepted from this transcript, with its words. Only where everyone heard agreed. */
export function SupervisionSheet({ open, transcript, talk, nameOf }: Props) {
  const { t, moment, words } = useTherapistText()
  const { head } = transcript
  const { state } = open
  const of = <I extends { source: { transcript: string } | null }>(items: I[]) =>
    items.filter(({ source }) => source?.transcript === head.transcript)
  const unasked = head.heard.filter(
    who => !state.heard.some(one => one.who === who && one.withdrawnAt === null && one.consent.supervision),
  )
  const elementName = (id: string | null) => {
    const element = model.elements.find(one => one.id === id)
    return element ? words(element.name) : ''
  }
  const lines = [
    ...of(state.cards).map(card => ({
      ...card,
      as: t(`as.${card.of}`),
      quote: card.words,
      note: card.asked,
    })),
    ...of(state.promises).map(one => ({
      ...one,
      as: t('as.promise'),
      quote: one.words,
      note: t('ledger.heard'),
    })),
    ...of(state.advice).map(one => ({
      ...one,
      as: t(`as.advice-${one.steps.at(-1)?.step ?? 'asked'}`),
      quote: one.words,
      note: one.steps.at(-1)?.why ?? '',
    })),
    ...of(state.exercises).map(one => ({ ...one, as: t('as.exercise'), quote: one.words, note: '' })),
    ...of(state.findings)
      .filter(({ finding }) => finding !== 'risk')
      .map(one => ({
        ...one,
        as: [t(`kind.${one.finding}` as 'kind.story'), elementName(one.element)].filter(Boolean).join(' · '),
        note: one.words,
      })),
  ]
  return (
    <section className="stack">
      <div className="stack screen-only">
        <h2>{t('supervision.title')}</h2>
        {unasked.length > 0 ? (
          <p>{t('supervision.not-agreed', { who: unasked.map(nameOf).join(', ') })}</p>
        ) : (
          <>
            <p>{t('supervision.what')}</p>
            <div>
              <Button onClick={() => window.print()}>{t('supervision.print')}</Button>
            </div>
          </>
        )}
      </div>
      {unasked.length > 0 ? null : (
        <article className="sheet supervision-sheet print-only">
          <header className="sheet-head">
            <h2>{t('supervision.title')}</h2>
            <p className="small">
              {state.name} · {moment(head.at)} · {t('supervision.head')}
            </p>
          </header>
          <p>
            {t('talk.title')}:{' '}
            {Object.entries(talk)
              .map(([who, share]) => `${who} ${t('talk.share', { share: Math.round(share * 100) })}`)
              .join(' · ')}
          </p>
          {lines.length === 0 ? <p>{t('supervision.nothing')}</p> : null}
          {lines.map(line => (
            <div key={line.item} className="supervision-line">
              <p className="small">
                {[line.as, line.who ? nameOf(line.who) : ''].filter(Boolean).join(' · ')}
              </p>
              <p>
                <q>{line.quote}</q>
              </p>
              {line.note ? <p>{line.note}</p> : null}
            </div>
          ))}
          <p className="small">{t('supervision.foot')}</p>
        </article>
      )}
    </section>
  )
}
