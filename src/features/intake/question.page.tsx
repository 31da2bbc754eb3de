import type { AnswerValue } from '../../core/case/entry-kind.ts'
import { forgetDraft, useDraft } from '../../ui/use-draft.ts'
import { Choices } from './choices.page.tsx'
import { Heading } from './frame.page.tsx'
import type { IntakeStep, Subject } from './intake-step.ts'
import { listNames, useWording } from './language-context.page.tsx'
import { ReadersLine } from './readers-line.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/**
 * One question of the intake. `onAnswer` with null leaves it out, and says whether it was kept. Words given before are
 * there to go on with only where the PIN was typed; what is half-written there stays apart.
 */
export function QuestionPage(props: {
  step: IntakeStep
  progress: string
  before?: string | undefined
  onAnswer(value: AnswerValue): Promise<boolean>
  onAgain?: (() => void) | undefined
}) {
  const { t, language } = useWording()
  const { model, vault } = useSeat()
  const { step } = props
  const named = (label: string | null) => label ?? t.yourPartner
  const about = (subject: Subject): string => {
    if (subject.of === 'meaning') return t.question.aboutMeaning
    if (subject.of === 'self') return t.question.aboutYou
    if (subject.of === 'other') return t.question.about(named(subject.label))
    return t.question.aboutUs(listNames(language, [t.readers.you, ...subject.labels.map(named)]))
  }
  const words =
    step.kind === 'scale'
      ? step.text[language]
      : step.kind === 'choice'
        ? model.meaning.question[language]
        : model.meaning.words[language]

  return (
    <div className="page question">
      <p className="progress">{props.progress}</p>
      <fieldset aria-describedby="who-reads">
        <legend>
          <span className="about">{about(step.about)}</span>
          <Heading id="question">{words}</Heading>
        </legend>
        <ReadersLine journal="private" id="who-reads" />
        {step.kind === 'words' ? (
          <OwnWords
            draft={`${vault.seat} ${props.before === undefined ? '' : 'change '}${step.key}`}
            before={props.before ?? ''}
            onKeep={props.onAnswer}
          />
        ) : (
          <Choices<string | number>
            numbered
            choices={
              step.kind === 'scale'
                ? model.scale.labels.map((label, i) => ({ value: i + 1, label: label[language] }))
                : model.meaning.choices.map(choice => ({ value: choice.id, label: choice.text[language] }))
            }
            skip={t.question.skip}
            onChoose={props.onAnswer}
          />
        )}
      </fieldset>
      {props.onAgain ? (
        <button type="button" className="quiet again" onClick={props.onAgain}>
          {t.question.again}
        </button>
      ) : null}
    </div>
  )
}

function OwnWords(props: { draft: string; before: string; onKeep(words: string | null): Promise<boolean> }) {
  const { t } = useWording()
  const [words, setWords] = useDraft(props.draft, props.before)
  const keep = async (given: string | null) => {
    if (await props.onKeep(given)) forgetDraft(props.draft)
  }
  return (
    <div className="own-words">
      <textarea
        aria-labelledby="question"
        rows={4}
        maxLength={2000}
        value={words}
        spellCheck={false}
        autoComplete="off"
        onChange={event => setWords(event.currentTarget.value)}
      />
      <button type="button" className="main" disabled={!words.trim()} onClick={() => keep(words.trim())}>
        {t.question.keepWords}
      </button>
      <button type="button" className="choice equal" onClick={() => keep(null)}>
        {t.question.skip}
      </button>
    </div>
  )
}
