import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/check-box.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Field } from '../../ui/field.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { generatePassphrase, ownPassphraseIssue, ownPassphraseLength, passphraseBytes } from './account.ts'

/** A passphrase by chance. */
export const drawPassphrase = () =>
  generatePassphrase(crypto.getRandomValues(new Uint8Array(passphraseBytes)))

interface Props {
  signInName: string
  /** The one drawn by chance, and the way to another. */
  drawn: string
  onDraw(passphrase: string): void
  /** What the button says. */
  action: string
  busy: boolean
  onChosen(passphrase: string): void
}

/** Choosing a passphrase: a drawn one unless you would rather write your own. */
export function PassphraseChoice({ signInName, drawn, onDraw, action, busy, onChosen }: Props) {
  const { t } = useTherapistText()
  const [way, setWay] = useState<'drawn' | 'own'>('drawn')
  const [own, setOwn] = useState('')
  const [shown, setShown] = useState(false)
  const [written, setWritten] = useState(false)
  const [error, setError] = useState<string | null>(null)

  const submit = () => {
    if (busy) return
    const issue = way === 'own' ? ownPassphraseIssue(own) : null
    if (issue) return setError(t(`passphrase.${issue}`, { count: ownPassphraseLength }))
    if (!written) return setError(t('passphrase.write-first'))
    onChosen(way === 'own' ? own : drawn)
  }

  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <ChoiceList
        legend={t('passphrase.which')}
        value={way}
        onChange={next => {
          setWay(next)
          setWritten(false)
          setError(null)
        }}
        options={[
          { value: 'drawn', label: t('passphrase.drawn'), detail: t('passphrase.drawn-detail') },
          {
            value: 'own',
            label: t('passphrase.own'),
            detail: t('passphrase.own-detail', { count: ownPassphraseLength }),
          },
        ]}
      />
      <input type="text" name="username" autoComplete="username" value={signInName} readOnly hidden />
      {way === 'drawn' ? (
        <>
          <p className="code" aria-label={t('passphrase.label')}>
            {drawn}
          </p>
          <div className="row">
            <CopyButton text={drawn} label={t('copy')} done={t('copied')} failed={t('copy-failed')} />
            <Button
              kind="quiet"
              onClick={() => {
                onDraw(drawPassphrase())
                setWritten(false)
              }}
            >
              {t('passphrase.another')}
            </Button>
          </div>
          <input type="password" autoComplete="new-password" value={drawn} readOnly hidden />
        </>
      ) : (
        <Field label={t('passphrase.label')}>
          {wiring => (
            <div className="row">
              <input
                {...wiring}
                type={shown ? 'text' : 'password'}
                autoComplete="new-password"
                value={own}
                onChange={event => setOwn(event.currentTarget.value)}
              />
              <Button kind="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
                {shown ? t('passphrase.hide') : t('passphrase.show')}
              </Button>
            </div>
          )}
        </Field>
      )}
      <CheckBox checked={written} onChange={setWritten}>
        {t('passphrase.written')}
      </CheckBox>
      <p role="alert" className="field-error">
        {error ?? ''}
      </p>
      <div>
        <Button kind="main" type="submit" aria-disabled={busy}>
          {busy ? t('working') : action}
        </Button>
      </div>
    </form>
  )
}
