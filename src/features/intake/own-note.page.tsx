import { useState } from 'react'
import { toBase64Url } from '../../core/journal/bytes.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { Heading } from './frame.page.tsx'
import { useWording } from './language-context.page.tsx'
import { PinGate } from './pin-gate.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/** Something kept to oneself, in the journal that nobody else can open. */
export function OwnNotePage(props: { onHelp(): void; onPin(): void; onBack(): void }) {
  const { t } = useWording()
  const { vault, readers, keep } = useSeat()
  const [words, setWords] = useDraft(`${vault.seat} own`, '')
  const [said, setSaid] = useState('')
  const [reading, setReading] = useState(false)
  const notes = vault.readable.ownNotes

  const keepIt = async () => {
    const note = toBase64Url(crypto.getRandomValues(new Uint8Array(16)))
    if (!(await keep('own', { kind: 'own-note', note, words: words.trim() }))) return
    setWords(null)
    setSaid(t.own.kept)
  }
  // Whoever opens this room later must not find what was half-written, so going back lets it go, and says so first.
  const goBack = () => {
    if (words.trim() && said !== t.own.notKeptYet) return setSaid(t.own.notKeptYet)
    setWords(null)
    props.onBack()
  }
  return (
    <div className="page">
      <Heading>{t.own.title}</Heading>
      <p className="readers">
        {t.readers.line(readers('own'))} {t.own.nobody}
      </p>
      <p>
        {t.own.hurt}{' '}
        <button type="button" className="link" onClick={props.onHelp}>
          {t.own.lines}
        </button>
      </p>
      <div className="field">
        <label htmlFor="own-words">{t.own.label}</label>
        <textarea
          id="own-words"
          rows={6}
          maxLength={10_000}
          value={words}
          spellCheck={false}
          autoComplete="off"
          onChange={event => {
            setWords(event.currentTarget.value)
            setSaid('')
          }}
        />
      </div>
      <p className="soft small">{t.own.gone}</p>
      <p role="status" className="said calm">
        {said}
      </p>
      <button type="button" className="main" disabled={!words.trim()} onClick={keepIt}>
        {t.own.keep}
      </button>
      {reading ? (
        <PinGate onPin={props.onPin}>
          {() =>
            notes.length ? (
              <ul role="list" className="notes">
                {notes.map(note => (
                  <li key={note.note}>{note.words}</li>
                ))}
              </ul>
            ) : (
              <p>{t.own.none}</p>
            )
          }
        </PinGate>
      ) : (
        <button type="button" className="second" onClick={() => setReading(true)}>
          {t.own.read}
        </button>
      )}
      <button type="button" className="second" onClick={goBack}>
        {t.goBack}
      </button>
    </div>
  )
}
