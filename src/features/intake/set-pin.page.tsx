import { type FormEvent, useState } from 'react'
import { Heading } from './frame.page.tsx'
import { isSwapped } from './is-swapped.ts'
import { isPlainPin } from './is-plain-pin.ts'
import { useWording } from './language-context.page.tsx'
import { PinField } from './pin-field.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/** Asks for a PIN, twice; it may be put off. */
export function SetPinPage(props: { onDone(): void; onLater(): void }) {
  const { t } = useWording()
  const { vault } = useSeat()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)

  const set = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (first.length !== 6) return setSaid(t.pin.sixDigits)
    if (isPlainPin(first)) return setSaid(t.pin.tooPlain)
    if (first !== second) {
      setSecond('')
      return setSaid(t.pin.different)
    }
    setBusy(true)
    try {
      await vault.setPin(first)
      props.onDone()
    } catch (cause) {
      const isFull = cause instanceof Error && cause.name === 'StoreFull'
      setSaid(isFull ? t.pin.full : isSwapped(cause) ? t.pin.swapped : t.pin.offline)
      setBusy(false)
    }
  }
  return (
    <form className="page" onSubmit={set} noValidate>
      <Heading>{t.pin.setTitle}</Heading>
      <p>{t.pin.setWhy}</p>
      <p className="soft">{t.pin.setForgot}</p>
      <PinField label={t.pin.first} value={first} onValue={setFirst} wrong={said !== ''} describedBy="said" />
      <PinField
        label={t.pin.second}
        value={second}
        onValue={setSecond}
        wrong={said !== ''}
        describedBy="said"
      />
      <p id="said" role="status" className="said">
        {said}
      </p>
      <div className="two">
        <button type="submit" className="main" aria-disabled={busy}>
          {busy ? t.pin.setting : t.pin.set}
        </button>
        <button type="button" className="second" onClick={props.onLater}>
          {t.pin.later}
        </button>
      </div>
    </form>
  )
}
