import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { SimulatedCouple } from '../../core/model/couple-schema.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { EarlierHours } from './earlier-hours.page.tsx'
import { newRehearsal } from './new-rehearsal.page.ts'
import type { Practice } from './practice.page.ts'
import { useRehearsalParts } from './use-rehearsal-parts.page.ts'

type Difficulty = '1' | '2' | '3'

/** Whom to rehearse with: what is known of them beforehand, and how hard they are to reach. */
export function RehearsePage({ practice }: { practice: Practice }) {
  const { t, words } = useTherapistText()
  const { parts, failure } = useRehearsalParts()
  const [chosen, choose] = useState<string | null>(null)
  const [asked, ask] = useState<Difficulty | null>(null)
  const [failed, setFailed] = useState(false)
  const couples = parts?.couples.toSorted((a, b) => a.difficulty - b.difficulty) ?? []
  const couple = couples.find(({ id }) => id === chosen)
  const difficulty = asked ?? (couple ? (String(couple.difficulty) as Difficulty) : null)
  const met = (id: string) => practice.state.rehearsals.filter(one => one.couple === id).length
  const who = ({ people }: SimulatedCouple) =>
    people.map(({ name, age }) => t('rehearse.person', { name, age })).join(', ')
  const begin = async () => {
    if (!couple) return
    try {
      const rehearsal = await newRehearsal(practice.own, couple.id, Number(difficulty ?? couple.difficulty))
      navigate(`/academy/rehearsal/${rehearsal}`)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <header className="stack">
        <PageTitle>{t('academy.rehearse')}</PageTitle>
        <p>{t('rehearse.what')}</p>
        <p className="soft">{t('rehearse.invented')}</p>
      </header>
      {failure ? (
        <Notice live>
          <p>{t(failure)}</p>
        </Notice>
      ) : null}
      {!parts && !failure ? <p role="status">{t('rehearse.coming')}</p> : null}
      {parts ? (
        <form
          className="stack"
          onSubmit={event => {
            event.preventDefault()
            void begin()
          }}
        >
          <ChoiceList
            legend={t('rehearse.who')}
            value={chosen}
            onChange={id => {
              choose(id)
              ask(null)
            }}
            options={couples.map(one => ({
              value: one.id,
              label: words(one.title),
              detail: (
                <>
                  {words(one.brief)}
                  <span className="couple-facts">
                    {who(one)} · {t(`rehearse.difficulty.${one.difficulty}`)}
                    {met(one.id) > 0 ? ` · ${t('rehearse.met', { count: met(one.id) })}` : ''}
                  </span>
                </>
              ),
            }))}
          />
          {couple ? (
            <ChoiceList<Difficulty>
              legend={t('rehearse.how-hard')}
              hint={t('rehearse.how-hard-hint')}
              value={difficulty}
              onChange={ask}
              options={(['1', '2', '3'] as const).map(value => ({
                value,
                label: t(`rehearse.difficulty.${value}`),
              }))}
            />
          ) : null}
          {failed ? <p role="alert">{t('academy.not-kept')}</p> : null}
          <p className="small soft">{t('rehearse.sealed')}</p>
          <div>
            <Button kind="main" type="submit" aria-disabled={!couple}>
              {t('rehearse.begin')}
            </Button>
          </div>
        </form>
      ) : null}
      <EarlierHours practice={practice} />
    </>
  )
}
