import { type FormEvent, type ReactNode, useState } from 'react'
import { Heading } from './frame.page.tsx'
import { useWording } from './language-context.page.tsx'
import { PinField } from './pin-field.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/** Shows what was given only after the PIN, and before one is set, not at all. */
export function PinGate(props: { title?: string; onPin(): void; children(): ReactNode }) {
  const { t } = useWording()
  const { vault, shut } = useSeat()
  const [pin, setPin] = useState('')
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState(false)

  if (open) return props.children()
  if (!vault.hasPin)
    return (
      <>
        {props.title ? <Heading>{props.title}</Heading> : null}
        <p>{t.pin.gateNone}</p>
        <button type="button" className="second" onClick={props.onPin}>
          {t.menu.pin}
        </button>
      </>
    )

  const check = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (pin.length !== 6) return setSaid(t.pin.sixDigits)
    setBusy(true)
    try {
      const { right, left } = await vault.checkPin(pin)
      if (right) return setOpen(true)
      if (left === 0) return shut()
      setSaid(t.pin.wrong(left))
    } catch {
      setSaid(t.pin.noNetwork)
    }
    setPin('')
    setBusy(false)
  }
  return (
    <form onSubmit={check} noValidate className="gate">
      {props.title ? <Heading>{props.title}</Heading> : null}
      <p>{t.pin.gate}</p>
      <PinField label={t.pin.enter} value={pin} onValue={setPin} wrong={said !== ''} describedBy="said" />
      <p id="said" role="status" className="said">
        {said}
      </p>
      <button type="submit" className="main" aria-disabled={busy}>
        {busy ? t.pin.checking : t.pin.open}
      </button>
    </form>
  )
}
