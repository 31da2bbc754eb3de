import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { failureKey } from '../../ui/failure-key.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import type { TherapistAccount, TherapistVault } from '../../vault/therapist-vault.types.ts'
import { drawPassphrase, PassphraseChoice } from './passphrase-choice.page.tsx'

/** Opening the account with the recovery kit, and choosing a new passphrase. */
export function RecoverPage(props: { account: TherapistAccount; onOpen(vault: TherapistVault): void }) {
  const { t } = useTherapistText()
  const [signInName, setSignInName] = useState('')
  const [recoveryCode, setRecoveryCode] = useState('')
  const [step, setStep] = useState<1 | 2>(1)
  const [drawn, setDrawn] = useState(drawPassphrase)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<TherapistKey | null>(null)

  const recover = async (passphrase: string) => {
    setBusy(true)
    setFailure(null)
    try {
      props.onOpen(await props.account.recover({ signInName: signInName.trim(), recoveryCode, passphrase }))
    } catch (error) {
      const key = failureKey(error)
      setFailure(key === 'failure.sign-in-refused' || key === 'failure.unknown' ? 'recover.refused' : key)
      setBusy(false)
    }
  }

  return (
    <main className="page narrow stack">
      <PageTitle key={step}>{t('recover.title')}</PageTitle>
      <p>{step === 1 ? t('recover.intro') : t('recover.new-passphrase')}</p>
      {step === 1 ? (
        <form
          className="stack"
          onSubmit={event => {
            event.preventDefault()
            setStep(2)
          }}
        >
          <Field label={t('sign-in.name')}>
            {wiring => (
              <input
                {...wiring}
                required
                autoComplete="username"
                autoCapitalize="none"
                value={signInName}
                onChange={event => setSignInName(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t('kit.code')} hint={t('kit.type-back-hint')}>
            {wiring => (
              <input
                {...wiring}
                required
                className="mono"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                value={recoveryCode}
                onChange={event => setRecoveryCode(event.currentTarget.value)}
              />
            )}
          </Field>
          <div>
            <Button kind="main" type="submit">
              {t('first-run.to-passphrase')}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <PassphraseChoice
            signInName={signInName}
            drawn={drawn}
            onDraw={setDrawn}
            action={t('recover.open')}
            busy={busy}
            onChosen={passphrase => void recover(passphrase)}
          />
          <div>
            <Button kind="quiet" disabled={busy} onClick={() => setStep(1)}>
              {t('recover.back')}
            </Button>
          </div>
        </>
      )}
      {failure ? (
        <Notice live>
          <p>{t(failure)}</p>
        </Notice>
      ) : null}
      <p>
        <a href="#/">{t('recover.to-sign-in')}</a>
      </p>
    </main>
  )
}
