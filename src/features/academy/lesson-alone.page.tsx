import type { Lesson } from '../../core/model/lesson-schema.ts'
import { NoteEditor } from '../../ui/note-editor.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

interface Props {
  lesson: Lesson
  answers: Record<string, { words: string }>
  keep(question: string, words: string): Promise<void>
}

/** Work on oneself that nobody else ever sees; it keeps itself, and nothing asks for it. */
export function LessonAlone({ lesson, answers, keep }: Props) {
  const { t, words } = useTherapistText()
  if (lesson.alone.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('lesson.alone')}</h2>
      <p>{t('lesson.alone-who')}</p>
      {lesson.alone.map(({ id, prompt }) => (
        <NoteEditor
          key={id}
          words={answers[`alone.${id}`]?.words ?? ''}
          keepWords={text => keep(`alone.${id}`, text)}
          label={words(prompt)}
          rows={4}
          focus={false}
        />
      ))}
    </section>
  )
}
