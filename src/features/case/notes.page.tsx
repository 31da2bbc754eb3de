import { useState } from 'react'
import { toBase64Url } from '../../core/journal/bytes.ts'
import { Button } from '../../ui/button.tsx'
import { NoteEditor } from '../../ui/note-editor.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'

const newNoteId = () => toBase64Url(crypto.getRandomValues(new Uint8Array(16)))

/** Process notes: the therapist's own, newest first, kept as they are written. */
export function NotesSection({ open }: { open: OpenCase }) {
  const { t, moment } = useTherapistText()
  const [begun, setBegun] = useState<string[]>([])
  const [editing, setEditing] = useState<string | null>(null)
  const kept = [...open.state.notes].reverse()
  const fresh = begun.filter(id => !kept.some(note => note.note === id)).reverse()
  const shown = [...fresh.map(note => ({ note, at: '', words: '' })), ...kept]
  const begin = () => {
    const id = newNoteId()
    setBegun([...begun, id])
    setEditing(id)
  }
  return (
    <>
      <div className="stack">
        <PageTitle>{t('section.notes')}</PageTitle>
        <p className="small soft">{t('readers.notes')}</p>
        <div>
          <Button kind="main" onClick={begin}>
            {t('notes.new')}
          </Button>
        </div>
      </div>
      {shown.length === 0 ? <p className="soft">{t('notes.empty')}</p> : null}
      {shown.map(note =>
        // One list with one key each: a note begun here keeps its editor, and the cursor, once it is kept.
        begun.includes(note.note) || editing === note.note ? (
          <NoteEditor
            key={note.note}
            words={note.words}
            keepWords={(words, at) => open.append('notes', { kind: 'note', at, note: note.note, words })}
          />
        ) : (
          <article key={note.note} className="note stack-tight">
            <p className="small soft">{moment(note.at)}</p>
            <p className="own-words">{note.words}</p>
            <div>
              <Button kind="quiet" onClick={() => setEditing(note.note)}>
                {t('notes.edit')}
              </Button>
            </div>
          </article>
        ),
      )}
    </>
  )
}
