import { useState } from 'react'
import { AnswerAgain } from './answer-again.page.tsx'
import type { EntryBody } from '../../core/case/entry-kind.ts'
import type { ElementId } from '../../core/model/schema.ts'
import { Heading } from './frame.page.tsx'
import { listNames, useWording } from './language-context.page.tsx'
import type { IntakeStep } from './intake-step.ts'
import { isClosed, ownResults, placeOnLine } from './own-results.ts'
import { PinGate } from './pin-gate.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/** What one person shows of their own results: element by element, off until turned on, and changed at any time. */
export function ReleasePage(props: { steps: IntakeStep[]; onPin(): void; onBack(): void }) {
  const { t, language } = useWording()
  const { others, readers } = useSeat()
  const [again, setAgain] = useState<IntakeStep[]>([])
  if (again.length)
    return (
      <div className="page">
        <AnswerAgain steps={again} onDone={() => setAgain([])} />
      </div>
    )
  return (
    <div className="page">
      <Heading>{t.release.title}</Heading>
      <p>{others.length ? t.release.why(listNames(language, others)) : t.release.whyAlone}</p>
      <p className="readers">{t.release.seen(readers('shared'))}</p>
      <PinGate onPin={props.onPin}>{() => <Results steps={props.steps} onAgain={setAgain} />}</PinGate>
      <button type="button" className="second" onClick={props.onBack}>
        {t.goBack}
      </button>
    </div>
  )
}

function Results(props: { steps: IntakeStep[]; onAgain(steps: IntakeStep[]): void }) {
  const { t, language } = useWording()
  const { vault, state, sheet, setting, model, keep } = useSeat()
  const before = state.releases[vault.seat]
  const [shown, setShown] = useState(() => new Set(Object.keys(before?.elements ?? {}) as ElementId[]))
  const [showsMeaning, setShowsMeaning] = useState(Boolean(before?.meaning))
  const [said, setSaid] = useState('')

  const readable = vault.readable.sheets[vault.seat]?.answers ?? {}
  const { answers } = sheet
  const own = { seat: vault.seat, answers, readable, shown: before?.elements ?? {} }
  const results = ownResults(model.elements, setting.people, own)
  const { meaning: choice, 'meaning.words': words } = answers
  const chosen = model.meaning.choices.find(one => one.id === choice)?.text[language]
  const inWords = typeof words === 'string' && words ? t.release.inWords(words) : ''
  const isMeaningClosed = isClosed(own, ['meaning', 'meaning.words'])
  const meant = chosen && inWords ? t.release.both(chosen, inWords) : (chosen ?? inWords)
  // What was turned on already is known to its readers.
  const meaning = isMeaningClosed ? (before?.meaning ?? '') : meant
  const isNothing = shown.size === 0 && !(showsMeaning && meaning)

  const again = (isAsked: (step: IntakeStep) => boolean) => props.onAgain(props.steps.filter(isAsked))
  const turn = (id: ElementId, on: boolean) => {
    const next = new Set(shown)
    if (on) next.add(id)
    else next.delete(id)
    setShown(next)
    setSaid('')
  }
  const keepChoice = async () => {
    const elements: EntryBody<'release'>['elements'] = {}
    for (const { id, score } of results) if (shown.has(id)) elements[id] = score
    const kept = await keep('shared', {
      kind: 'release',
      elements,
      meaning: showsMeaning && meaning ? meaning : null,
    })
    if (kept) setSaid(isNothing ? t.release.takenBack : t.release.kept)
  }

  return (
    <>
      {isMeaningClosed || results.some(result => result.isClosed) ? <p>{t.release.closed}</p> : null}
      <ul role="list" className="results">
        <li>
          <h2>{t.release.meaning}</h2>
          {isMeaningClosed && !meaning ? (
            <Closed what={t.release.meaning} onAgain={() => again(({ about }) => about.of === 'meaning')} />
          ) : meaning ? (
            <>
              <blockquote>{meaning}</blockquote>
              <Switch
                label={t.release.show(t.release.meaning)}
                on={showsMeaning}
                onTurn={on => {
                  setShowsMeaning(on)
                  setSaid('')
                }}
              />
            </>
          ) : (
            <p className="soft">{t.release.meaningNone}</p>
          )}
        </li>
        {results.map(result => (
          <li key={result.id}>
            <h2>{result.name[language]}</h2>
            <p className="soft">{result.line[language]}</p>
            {result.isClosed ? (
              <Closed
                what={result.name[language]}
                onAgain={() => again(step => step.kind === 'scale' && step.section === result.id)}
              />
            ) : result.score === null ? (
              <p>{t.release.notEnough}</p>
            ) : (
              <>
                <Line
                  score={result.score}
                  low={model.scale.ends.low[language]}
                  high={model.scale.ends.high[language]}
                />
                <p>{t.release.placed(t.release[placeOnLine(result.score)])}</p>
                <Switch
                  label={t.release.show(result.name[language])}
                  on={shown.has(result.id)}
                  onTurn={on => turn(result.id, on)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="soft small">{t.release.notValidated}</p>
      {before ? <p className="soft small">{t.release.seenBefore}</p> : null}
      <p role="status" className="said calm">
        {said}
      </p>
      <button type="button" className="main" onClick={keepChoice}>
        {isNothing ? t.release.keepNone : t.release.keep}
      </button>
    </>
  )
}

/** In the place of what was given before there was a PIN. */
function Closed(props: { what: string; onAgain(): void }) {
  const { t } = useWording()
  return (
    <button
      type="button"
      className="second"
      aria-label={t.release.giveThisAgain(props.what)}
      onClick={props.onAgain}
    >
      {t.release.giveAgain}
    </button>
  )
}

function Switch(props: { label: string; on: boolean; onTurn(on: boolean): void }) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={props.on}
        onChange={event => props.onTurn(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  )
}

/** A place on a line; the words beside it say the same. */
function Line(props: { score: number; low: string; high: string }) {
  const x = 8 + (props.score / 100) * 304
  return (
    <div className="line" aria-hidden="true">
      <svg viewBox="0 0 320 24" width="320" height="24">
        <line x1="8" x2="312" y1="12" y2="12" className="axis" />
        {[0, 1, 2, 3, 4].map(tick => (
          <line key={tick} x1={8 + tick * 76} x2={8 + tick * 76} y1="8" y2="16" className="axis" />
        ))}
        <circle cx={x} cy="12" r="7" className="mark" />
      </svg>
      <p className="small soft">
        <span>{props.low}</span>
        <span>{props.high}</span>
      </p>
    </div>
  )
}
