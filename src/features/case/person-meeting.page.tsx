import { useRef, useState } from 'react'
import type { EntryBody, Person } from '../../core/case/entry-kind.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/check-box.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Field } from '../../ui/field.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'

type Circumstances = EntryBody<'sheet-confirmed'>['circumstances']
const circumstances: Circumstances[] = ['alone', 'someone-nearby', 'helped', 'translated']

/** One person: met alone or not yet, and how their answers came about. */
export function PersonMeeting({ open, person, index }: { open: OpenCase; person: Person; index: number }) {
  const { t, moment } = useTherapistText()
  const sheet = open.state.sheets[person.seat]
  const confirmed = sheet?.confirmed ?? null
  const [changing, setChanging] = useState(false)
  const [how, setHow] = useState<Circumstances | null>(confirmed?.circumstances ?? null)
  const [words, setWords] = useDraft(`confirm.${open.id}.${person.seat}`, confirmed?.words ?? '')
  const head = useRef<HTMLHeadingElement>(null)
  const now = () => new Date().toISOString()
  const answered = sheet !== undefined && Object.keys(sheet.answers).length > 0

  const confirm = async () => {
    if (!how) return
    await open.append('record', {
      kind: 'sheet-confirmed',
      at: now(),
      seat: person.seat,
      circumstances: how,
      words: words.trim(),
    })
    setWords(null)
    setChanging(false)
    // The button that was pressed is gone.
    head.current?.focus()
  }

  return (
    <section className="stack person-meeting">
      <h2 ref={head} tabIndex={-1}>
        <PersonName index={index} label={person.label} />
      </h2>
      <CheckBox
        checked={sheet?.metAlone ?? false}
        onChange={met => open.append('record', { kind: 'met-alone', at: now(), seat: person.seat, met })}
      >
        {t('meetings.met-alone', { who: person.label })}
      </CheckBox>
      {answered ? null : <p className="soft">{t('meetings.no-answers')}</p>}
      {answered && confirmed && !changing ? (
        <div className="stack-tight">
          <p>
            {t(`meetings.${confirmed.circumstances}`)} <span className="soft">({moment(confirmed.at)})</span>
          </p>
          {confirmed.words ? <p className="own-words">{confirmed.words}</p> : null}
          <div>
            <Button kind="quiet" onClick={() => setChanging(true)}>
              {t('meetings.change')}
            </Button>
          </div>
        </div>
      ) : null}
      {answered && (!confirmed || changing) ? (
        <form
          className="stack"
          onSubmit={event => {
            event.preventDefault()
            void confirm()
          }}
        >
          {confirmed ? null : <p>{t('status.unconfirmed')}</p>}
          <ChoiceList<Circumstances>
            legend={t('meetings.how', { who: person.label })}
            value={how}
            onChange={setHow}
            options={circumstances.map(value => ({ value, label: t(`meetings.${value}`) }))}
          />
          <Field label={t('meetings.words')} hint={t('readers.record')}>
            {wiring => (
              <textarea
                {...wiring}
                rows={2}
                className="short"
                maxLength={2000}
                value={words}
                onChange={event => setWords(event.currentTarget.value)}
              />
            )}
          </Field>
          <div>
            <Button type="submit" disabled={!how}>
              {t('meetings.confirm')}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  )
}
