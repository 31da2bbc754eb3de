import { useCallback, useEffect, useRef, useState } from 'react'
import { onQuickExit } from '../../client/quick-exit.ts'
import { Choices } from './choices.page.tsx'
import { Heading, Saying } from './frame.page.tsx'
import { HelpPage } from './help.page.tsx'
import { useWording } from './language-context.page.tsx'
import { laterModel } from './later-model.page.ts'
import { ReadersLine } from './readers-line.page.tsx'
import { SafetyWords } from './safety-words.page.tsx'
import { emptySafetyAnswers } from './safety-answers.ts'
import { useSeat } from './seat-context.page.tsx'

const { questions } = laterModel.safety

type Stage = 'before' | 'asking' | 'after' | 'help' | 'stopped'

/**
 * The safety screen. Everybody takes the same steps, whatever they answer: nothing here branches on an answer, and
 * nothing is kept until the one sealed drop at the end. Answers live in one variable of this page and nowhere else.
 */
export function SafetyPage(props: { onBegin(): void; onEnd(): void }) {
  const { t, language } = useWording()
  const { setting, vault, keep } = useSeat()
  const [stage, setStage] = useState<Stage>('before')
  const [at, setAt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const answers = useRef(emptySafetyAnswers(questions))

  const forget = useCallback(() => {
    answers.current = emptySafetyAnswers(questions)
  }, [])
  useEffect(() => {
    const off = onQuickExit(forget)
    return () => {
      off()
      forget()
    }
  }, [forget])

  const begin = () => {
    props.onBegin()
    setAt(0)
    setStage('asking')
  }
  const answer = async (given: Record<string, string | null>) => {
    Object.assign(answers.current, given)
    if (at + 1 < questions.length) setAt(at + 1)
    else setStage('after')
  }

  const send = async () => {
    if (busy) return
    setBusy(true)
    setFailed(false)
    try {
      await vault.dropSafety(answers.current)
      forget()
      await keep('private', { kind: 'finished', instrument: setting.instrument })
      setStage('help')
    } catch {
      setFailed(true)
    }
    setBusy(false)
  }

  if (stage === 'before')
    return (
      <div className="page" key={stage}>
        <Heading>{t.safety.title}</Heading>
        <p>{laterModel.safety.intro[language]}</p>
        <p>{t.safety.leaving}</p>
        <p>{t.safety.alone}</p>
        <ReadersLine journal="safety" />
        <div className="two">
          <button type="button" className="main" onClick={begin}>
            {t.safety.start}
          </button>
          <button type="button" className="second" onClick={() => setStage('stopped')}>
            {t.safety.notAlone}
          </button>
        </div>
      </div>
    )
  if (stage === 'stopped')
    return (
      <Saying key={stage} title={t.safety.stoppedTitle} words={t.safety.stoppedWords}>
        <button type="button" className="second" onClick={() => setStage('before')}>
          {t.safety.comeBack}
        </button>
      </Saying>
    )
  if (stage === 'help') return <HelpPage label={t.help.goOn} onGoOn={props.onEnd} />
  if (stage === 'after')
    return (
      <div className="page" key={stage}>
        <Heading>{t.safety.lastTitle}</Heading>
        <p>{t.safety.lastWords(setting.therapist)}</p>
        <p role="alert" className="said">
          {failed ? t.safety.notSent : ''}
        </p>
        <button type="button" className="main" onClick={send} aria-disabled={busy}>
          {busy ? t.safety.sending : t.safety.send}
        </button>
      </div>
    )

  const question = questions[at]
  if (!question) throw new Error('This should not happen: a safety question that is not there')
  const choices = question.choices.map(choice => ({ value: choice.id, label: choice.text[language] }))
  return (
    <div className="page question" key={question.id}>
      <p className="progress">{t.safety.step(at + 1, questions.length)}</p>
      <fieldset aria-describedby="who-reads">
        <legend>
          <Heading id="question">{question.text[language]}</Heading>
        </legend>
        <ReadersLine journal="safety" id="who-reads" />
        {question.words ? (
          <SafetyWords
            choices={choices}
            onAnswer={(choice, words) => answer({ [question.id]: choice, [`${question.id}.words`]: words })}
          />
        ) : (
          <Choices
            choices={choices}
            skip={t.safety.skip}
            onChoose={choice => answer({ [question.id]: choice })}
          />
        )}
      </fieldset>
      <button
        type="button"
        className="quiet again"
        onClick={() => {
          forget()
          setStage('stopped')
          props.onEnd()
        }}
      >
        {t.safety.stop}
      </button>
    </div>
  )
}
