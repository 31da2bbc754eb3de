import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

/** The link as text, as a QR code, and in a message that gives nothing away. */
export function LinkToSend({ link, label }: { link: string; label: string }) {
  const { t } = useTherapistText()
  const [coded, setCoded] = useState(false)
  const said = { label: t('copy'), done: t('copied'), failed: t('copy-failed') }
  return (
    <div className="stack">
      <Field label={t('links.link', { who: label })} hint={t('links.how')}>
        {wiring => (
          <input
            {...wiring}
            className="mono small"
            readOnly
            value={link}
            onFocus={event => event.currentTarget.select()}
          />
        )}
      </Field>
      <div className="row">
        <CopyButton text={link} {...said} label={t('links.copy')} />
        <Button aria-expanded={coded} onClick={() => setCoded(!coded)}>
          {coded ? t('links.hide-qr') : t('links.show-qr')}
        </Button>
      </div>
      {coded ? <QrCode text={link} label={t('links.qr', { who: label })} /> : null}
      <Disclosure summary={t('links.message')}>
        <p className="message">{t('links.message-text', { link: t('links.link-here') })}</p>
        <div className="row">
          <CopyButton text={t('links.message-text', { link })} {...said} label={t('links.copy-message')} />
        </div>
        <p className="small soft">{t('links.message-hint')}</p>
      </Disclosure>
    </div>
  )
}
