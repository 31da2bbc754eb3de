import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { mostPeople } from './new-case.ts'

interface Props {
  people: string[]
  issueAt(path: string): string | null
  onChange(people: string[]): void
}

/** Who takes part: one person, two, or more, each by a pseudonym. */
export function PeopleFields({ people, issueAt, onChange }: Props) {
  const { t } = useTherapistText()
  return (
    <fieldset className="stack">
      <legend>{t('new-case.people')}</legend>
      <p className="hint">{t('new-case.people-hint')}</p>
      {people.map((label, index) => (
        // A person is their place until the case is made
        <Field
          key={index}
          label={t('new-case.person', { number: index + 1 })}
          error={issueAt(`people.${index}`)}
        >
          {wiring => (
            <div className="row">
              <input
                {...wiring}
                maxLength={40}
                autoComplete="off"
                value={label}
                onChange={event => onChange(people.with(index, event.currentTarget.value))}
              />
              {people.length > 1 ? (
                <Button
                  kind="quiet"
                  aria-label={t('new-case.take-out-number', { number: index + 1 })}
                  onClick={() => onChange(people.toSpliced(index, 1))}
                >
                  {t('new-case.take-out')}
                </Button>
              ) : null}
            </div>
          )}
        </Field>
      ))}
      {people.length === 1 ? <p className="small soft">{t('new-case.one-person')}</p> : null}
      {people.length < mostPeople ? (
        <div>
          <Button onClick={() => onChange([...people, ''])}>{t('new-case.add')}</Button>
        </div>
      ) : null}
    </fieldset>
  )
}
