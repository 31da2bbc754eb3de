import { useRef } from 'react'
import { NoteEditor } from '../../ui/note-editor.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { ChartParagraph } from './chart-paragraph.page.tsx'
import { QuickCapture } from './quick-capture.page.tsx'
import { TakenList } from './taken-list.page.tsx'

/** The notes of one hour, which keep themselves, and what was taken from it. */
export function SessionDesk({ open, session }: { open: OpenCase; session: string }) {
  const { t } = useTherapistText()
  const field = useRef<HTMLTextAreaElement>(null)
  const { state } = open
  const note = state.notes.find(one => one.note === session)
  const begunAt = state.sessions.find(one => one.session === session)?.begunAt ?? ''
  return (
    <div className="stack-wide">
      <section className="stack">
        <NoteEditor
          words={note?.words ?? ''}
          keepWords={(words, at) => open.append('notes', { kind: 'note', at, note: session, words })}
          label={t('session.notes')}
          rows={10}
          field={field}
          focus={false}
        />
        <p className="small soft">{t('readers.notes')}</p>
        <QuickCapture open={open} session={session} field={field} />
      </section>
      <TakenList open={open} session={session} />
      <ChartParagraph
        open={open}
        of={{
          at: begunAt,
          people: state.people.map(({ label }) => label),
          session,
          transcript: null,
        }}
      />
    </div>
  )
}
