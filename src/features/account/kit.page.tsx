import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { failureKey } from '../../ui/failure-key.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { TherapistVault } from '../../vault/therapist-vault.types.ts'
import { KitSheet } from './kit-sheet.page.tsx'

interface Props {
  vault: TherapistVault
  /** The code as long as it is known: only right after the account was made. */
  recoveryCode: string | null
  onDone(): void
}

/** The recovery kit: one page to print, and its code typed back once. */
export function KitPage({ vault, recoveryCode: firstCode, onDone }: Props) {
  const { t } = useTherapistText()
  const [recoveryCode, setRecoveryCode] = useState(firstCode)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const confirm = async () => {
    setBusy(true)
    try {
      if (await vault.confirmKit(typed)) return onDone()
      setError(t('kit.differs'))
    } catch (failure) {
      setError(t(failureKey(failure)))
    } finally {
      setBusy(false)
    }
  }

  const renew = async () => {
    setBusy(true)
    try {
      setRecoveryCode(await vault.renewKit())
      setTyped('')
      setError(null)
    } catch (failure) {
      setError(t(failureKey(failure)))
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="page narrow stack">
      <div className="stack screen-only">
        <p className="step">{t('first-run.step', { step: 3, of: 3 })}</p>
        <PageTitle>{t('kit.title')}</PageTitle>
        <p>{t('kit.intro')}</p>
        {recoveryCode ? (
          <div className="row">
            <Button onClick={() => window.print()}>{t('kit.print')}</Button>
            <CopyButton text={recoveryCode} label={t('copy')} done={t('copied')} failed={t('copy-failed')} />
          </div>
        ) : (
          <Notice>
            <p>{t('kit.not-here')}</p>
            <Button disabled={busy} onClick={() => void renew()}>
              {t('kit.renew')}
            </Button>
          </Notice>
        )}
      </div>
      {recoveryCode ? <KitSheet signInName={vault.signInName} recoveryCode={recoveryCode} /> : null}
      <form
        className="stack screen-only"
        onSubmit={event => {
          event.preventDefault()
          void confirm()
        }}
      >
        <Field label={t('kit.type-back')} hint={t('kit.type-back-hint')} error={error}>
          {wiring => (
            <input
              {...wiring}
              className="mono"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={typed}
              onChange={event => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className="row">
          <Button kind="main" type="submit" disabled={busy || typed.trim() === ''}>
            {t('kit.confirm')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('kit.later')}
          </Button>
        </div>
        <p className="small soft">{t('kit.later-detail')}</p>
      </form>
    </main>
  )
}
