import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { newId } from './new-id.page.ts'
import { takeWords } from './take-finding.ts'
import { wordsToCapture } from './words-to-capture.ts'

const kinds = [
  'story',
  'category',
  'promise',
  'advice-asked',
  'advice-offered',
  'advice-refused',
  'exercise',
] as const

interface Props {
  open: OpenCase
  session: string
  /** The note that words are taken out of. */
  field: RefObject<HTMLTextAreaElement | null>
}

/** Takes the line being written, or what is selected, into the case at one stroke; the note stays as it is. */
export function QuickCapture({ open, session, field }: Props) {
  const { t } = useTherapistText()
  const [said, say] = useState('')
  const group = useRef<HTMLDivElement>(null)

  // Ctrl+Enter goes from the note to the row of buttons, where one letter takes the words.
  useEffect(() => {
    const note = field.current
    if (!note) return
    const toRow = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      group.current?.querySelector('button')?.focus()
    }
    note.addEventListener('keydown', toRow)
    return () => note.removeEventListener('keydown', toRow)
  }, [field])

  const capture = async (kind: (typeof kinds)[number]) => {
    const note = field.current
    if (!note) return
    const { people } = open.state
    const found = wordsToCapture(note.value, note.selectionStart, note.selectionEnd, people)
    if (!found) {
      say(t('capture.nothing'))
      return note.focus()
    }
    const { journal, body } = takeWords(kind, found.words, {
      item: newId(),
      at: new Date().toISOString(),
      who: found.who,
      session,
      source: null,
    })
    await open.append(journal, body)
    say(t('capture.taken', { as: t(`as.${kind}`) }))
    note.focus()
  }

  return (
    <div className="stack-tight">
      <p id="capture-how" className="small soft">
        {t('capture.how')}
      </p>
      <div
        ref={group}
        role="group"
        aria-label={t('capture.title')}
        aria-describedby="capture-how"
        className="row capture"
        onKeyDown={event => {
          if (event.ctrlKey || event.metaKey || event.altKey) return
          if (event.key === 'Escape') return field.current?.focus()
          const kind = kinds.find(one => t(`capture.key.${one}`) === event.key.toLowerCase())
          if (!kind) return
          event.preventDefault()
          void capture(kind)
        }}
      >
        {kinds.map(kind => (
          <Button key={kind} onClick={() => void capture(kind)}>
            {t(`as.${kind}`)} <kbd aria-hidden="true">{t(`capture.key.${kind}`)}</kbd>
          </Button>
        ))}
      </div>
      <p className="small soft" role="status">
        {said}
      </p>
    </div>
  )
}
