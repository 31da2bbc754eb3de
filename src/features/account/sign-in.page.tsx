import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { failureKey } from '../../ui/failure-key.ts'
import { Field } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { TherapistAccount, TherapistVault } from '../../vault/therapist-vault.types.ts'

interface Props {
  account: TherapistAccount
  /** Set while the page is only locked: the name stays, and the words say that nothing was lost. */
  lockedName: string | null
  /** Why it is locked: the pause was long, somebody asked, or the room view is being left. */
  reason: 'none' | 'idle' | 'asked' | 'room'
  onOpen(vault: TherapistVault): void
  onOtherName(): void
}

/** Signing in, and coming back after a lock. */
export function SignInPage({ account, lockedName, reason, onOpen, onOtherName }: Props) {
  const { t } = useTherapistText()
  const [signInName, setSignInName] = useState(lockedName ?? '')
  const [passphrase, setPassphrase] = useState('')
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  useEffect(() => {
    if (lockedName !== null) return
    void account.lastSignInName().then(
      name => setSignInName(typed => typed || (name ?? '')),
      () => undefined,
    )
  }, [account, lockedName])

  const open = async () => {
    setBusy(true)
    setError(null)
    try {
      onOpen(await account.signIn({ signInName: signInName.trim(), passphrase }))
    } catch (failure) {
      setError(t(failureKey(failure)))
      setBusy(false)
    }
  }

  const locked = lockedName !== null
  return (
    <main className="page narrow stack">
      <PageTitle>{locked ? t('lock.title') : t('sign-in.title')}</PageTitle>
      {reason === 'idle' ? <p>{t('lock.idle')}</p> : null}
      {reason === 'asked' ? <p>{t('lock.asked')}</p> : null}
      {reason === 'room' ? <p>{t('lock.room')}</p> : null}
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          void open()
        }}
      >
        <Field label={t('sign-in.name')}>
          {wiring => (
            <input
              {...wiring}
              autoComplete="username"
              autoCapitalize="none"
              readOnly={locked}
              required
              value={signInName}
              onChange={event => setSignInName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('passphrase.label')} error={error}>
          {wiring => (
            <div className="row">
              <input
                {...wiring}
                type={shown ? 'text' : 'password'}
                autoComplete="current-password"
                required
                value={passphrase}
                onChange={event => setPassphrase(event.currentTarget.value)}
              />
              <Button kind="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
                {shown ? t('passphrase.hide') : t('passphrase.show')}
              </Button>
            </div>
          )}
        </Field>
        <div className="row">
          <Button kind="main" type="submit" disabled={busy}>
            {busy ? t('sign-in.opening') : locked ? t('lock.return') : t('sign-in.open')}
          </Button>
        </div>
      </form>
      <nav className="stack-tight" aria-label={t('sign-in.other-ways')}>
        <a href="#/recover">{t('sign-in.to-recover')}</a>
        {locked ? (
          <Button kind="quiet" className="inline" onClick={onOtherName}>
            {t('lock.other-name')}
          </Button>
        ) : (
          <a href="#/begin">{t('sign-in.to-begin')}</a>
        )}
      </nav>
    </main>
  )
}
