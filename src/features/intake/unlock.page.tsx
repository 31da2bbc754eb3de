import { type FormEvent, useState } from 'react'
import type { PartnerSeat, PartnerVault } from '../../vault/partner-vault.types.ts'
import { Heading } from './frame.page.tsx'
import { isSwapped } from './is-swapped.ts'
import { useWording } from './language-context.page.tsx'
import { PinField } from './pin-field.page.tsx'

/** Opens a seat with its PIN: what this phone keeps, or on another phone with the link. */
export function UnlockPage(props: {
  seat: PartnerSeat
  secret: Uint8Array | null
  elsewhere: boolean
  onOpen(vault: PartnerVault): void
}) {
  const { t } = useWording()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (pin.length !== 6) return setSaid(t.pin.sixDigits)
    setBusy(true)
    try {
      const result =
        props.elsewhere && props.secret
          ? await props.seat.resume(props.secret, pin)
          : await props.seat.unlock(props.secret, pin)
      if ('vault' in result) return props.onOpen(result.vault)
      setSaid(result.left > 0 ? t.pin.wrong(result.left) : t.pin.none)
    } catch (cause) {
      const name = cause instanceof Error ? cause.name : ''
      const hasToWait = cause instanceof Error && 'status' in cause && cause.status === 429
      setSaid(
        hasToWait
          ? t.pin.wait
          : isSwapped(cause)
            ? t.pin.swapped
            : name === 'Refused'
              ? t.pin.none
              : name === 'OpenElsewhere'
                ? t.otherTab.words
                : name === 'Offline'
                  ? t.pin.noNetwork
                  : t.trouble.words,
      )
    }
    setPin('')
    setBusy(false)
  }
  return (
    <form className="page" onSubmit={open} noValidate>
      <Heading>{t.pin.openTitle}</Heading>
      <p>{props.elsewhere ? t.pin.openElsewhere : t.pin.openHere}</p>
      <PinField label={t.pin.enter} value={pin} onValue={setPin} wrong={said !== ''} describedBy="said" />
      <p id="said" role="status" className="said">
        {said}
      </p>
      <button type="submit" className="main" aria-disabled={busy}>
        {busy ? t.pin.checking : t.pin.open}
      </button>
      <p className="soft small">{t.pin.notMine}</p>
    </form>
  )
}
