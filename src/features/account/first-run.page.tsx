import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { failureKey } from '../../ui/failure-key.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import type { TherapistAccount, TherapistVault } from '../../vault/therapist-vault.types.ts'
import { drawPassphrase, PassphraseChoice } from './passphrase-choice.page.tsx'

interface Props {
  account: TherapistAccount
  onOpen(vault: TherapistVault, recoveryCode: string): void
}

/** Making the first account: the set-up code and a name, then a passphrase; the recovery kit follows on a page of its own. */
export function FirstRunPage({ account, onOpen }: Props) {
  const { t } = useTherapistText()
  const [setUpCode, setSetUpCode] = useDraft('first-run.code', '')
  const [signInName, setSignInName] = useDraft('first-run.name', '')
  const [step, setStep] = useState<1 | 2>(1)
  // Held here, so that going back to the code does not change a passphrase that is already written down.
  const [drawn, setDrawn] = useState(drawPassphrase)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<TherapistKey | null>(null)

  const codeError = tried && setUpCode.trim().length < 8 ? t('first-run.code-missing') : null
  const nameError = tried && signInName.trim().length < 2 ? t('first-run.name-missing') : null

  const make = async (passphrase: string) => {
    setBusy(true)
    setFailure(null)
    try {
      const made = await account.register({
        setUpCode: setUpCode.trim(),
        signInName: signInName.trim(),
        passphrase,
      })
      setSetUpCode(null)
      setSignInName(null)
      onOpen(made.vault, made.recoveryCode)
    } catch (error) {
      setFailure(failureKey(error))
      setBusy(false)
    }
  }

  return (
    <main className="page narrow stack">
      <p className="step">{t('first-run.step', { step, of: 3 })}</p>
      {step === 1 ? (
        <>
          <PageTitle key="begin">{t('first-run.title')}</PageTitle>
          <p>{t('first-run.intro')}</p>
          <form
            className="stack"
            onSubmit={event => {
              event.preventDefault()
              setTried(true)
              if (setUpCode.trim().length >= 8 && signInName.trim().length >= 2) setStep(2)
            }}
          >
            <Field label={t('first-run.code')} hint={t('first-run.code-hint')} error={codeError}>
              {wiring => (
                <input
                  {...wiring}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  value={setUpCode}
                  onChange={event => setSetUpCode(event.currentTarget.value)}
                />
              )}
            </Field>
            <Field label={t('sign-in.name')} hint={t('first-run.name-hint')} error={nameError}>
              {wiring => (
                <input
                  {...wiring}
                  autoComplete="username"
                  autoCapitalize="none"
                  maxLength={80}
                  value={signInName}
                  onChange={event => setSignInName(event.currentTarget.value)}
                />
              )}
            </Field>
            <div>
              <Button kind="main" type="submit">
                {t('first-run.to-passphrase')}
              </Button>
            </div>
          </form>
        </>
      ) : (
        <>
          <PageTitle key="passphrase">{t('passphrase.title')}</PageTitle>
          <p>{t('passphrase.intro')}</p>
          <PassphraseChoice
            signInName={signInName}
            drawn={drawn}
            onDraw={setDrawn}
            action={t('first-run.make')}
            busy={busy}
            onChosen={p => void make(p)}
          />
          {failure ? (
            <Notice live>
              <p>{t(failure)}</p>
            </Notice>
          ) : null}
          <div>
            <Button kind="quiet" disabled={busy} onClick={() => setStep(1)}>
              {t('first-run.back')}
            </Button>
          </div>
        </>
      )}
    </main>
  )
}
