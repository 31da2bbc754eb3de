import { useRef, useState } from 'react'
import { type EditHistory, makeEdit, redoEdit, undoEdit } from '../../core/transcript/edit-history.ts'
import type { Transcript } from '../../core/transcript/transcript.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { focusSoon } from './focus-soon.page.ts'

const atOnce = 60
/** How much of one line is shown. */
const longest = 500

interface Props {
  transcript: Transcript
  history: EditHistory
  onHistory(history: EditHistory): void
  nameOf(speaker: string): string
  /** The two who may be mixed up. */
  two: readonly string[]
}

/**
 * Puts right what a recogniser mixed up, by a few strokes: a number gives the words to a speaker, S swaps the two
 * clients from here on, J joins with what follows, U takes the last stroke back.
 */
export function MixedUp({ transcript, history, onHistory, nameOf, two }: Props) {
  const { t } = useTherapistText()
  const [from, setFrom] = useState(0)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLOListElement>(null)
  const { utterances } = transcript
  // Words without a name come last, so that the numbers are the people's.
  const speakers = [...new Set(utterances.map(({ speaker }) => speaker))].sort(
    (a, b) => Number(a === '') - Number(b === ''),
  )
  const [first, second] = two
  const go = (place: number) => {
    const next = Math.max(0, Math.min(place, utterances.length - 1))
    const page = Math.floor(next / atOnce) * atOnce
    setFrom(page)
    setAt(next)
    focusSoon(() => list.current?.querySelector<HTMLElement>(`[data-place="${next}"]`))
  }
  const give = (place: number, speaker: string) =>
    onHistory(makeEdit(history, { kind: 'reassign', from: place, to: place + 1, speaker }))
  const swapFrom = (place: number) => {
    if (first !== undefined && second !== undefined)
      onHistory(makeEdit(history, { kind: 'swap', a: first, b: second, from: place, to: null }))
  }
  const stroke = (event: React.KeyboardEvent, place: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    const speaker = /^[1-9]$/.test(key) ? speakers[Number(key) - 1] : undefined
    if (key === 'arrowdown') go(place + 1)
    else if (key === 'arrowup') go(place - 1)
    else if (speaker !== undefined) {
      give(place, speaker)
      go(place + 1)
    } else if (key === 's') swapFrom(place)
    else if (key === 'j' && place + 1 < utterances.length)
      onHistory(makeEdit(history, { kind: 'join', at: place }))
    else if (key === 'u') onHistory(undoEdit(history))
    else return
    event.preventDefault()
  }
  return (
    <div className="stack">
      <p>{t('mixed.how')}</p>
      <p className="small soft">
        {speakers
          .slice(0, 9)
          .map((speaker, index) => `${index + 1}: ${nameOf(speaker)}`)
          .join(' · ')}
      </p>
      <div className="row">
        <Button disabled={history.done.length === 0} onClick={() => onHistory(undoEdit(history))}>
          {t('mixed.undo')}
        </Button>
        <Button disabled={history.undone.length === 0} onClick={() => onHistory(redoEdit(history))}>
          {t('mixed.redo')}
        </Button>
        {first !== undefined && second !== undefined ? (
          <Button onClick={() => swapFrom(at)}>
            {t('mixed.swap', { first: nameOf(first), second: nameOf(second) })}
          </Button>
        ) : null}
      </div>
      <ol ref={list} role="list" className="utterances">
        {utterances.slice(from, from + atOnce).map((one, index) => {
          const place = from + index
          return (
            <li key={place}>
              <button
                type="button"
                className="utterance"
                data-place={place}
                tabIndex={place === at ? 0 : -1}
                aria-current={place === at ? 'true' : undefined}
                onFocus={() => setAt(place)}
                onClick={() => setAt(place)}
                onKeyDown={event => stroke(event, place)}
              >
                <span className="utterance-who">{nameOf(one.speaker)}</span>
                <span>{one.text.length > longest ? `${one.text.slice(0, longest)}…` : one.text}</span>
              </button>
            </li>
          )
        })}
      </ol>
      {utterances.length > atOnce ? (
        <div className="row">
          <Button disabled={from === 0} onClick={() => go(from - atOnce)}>
            {t('mixed.before')}
          </Button>
          <Button disabled={from + atOnce >= utterances.length} onClick={() => go(from + atOnce)}>
            {t('mixed.after')}
          </Button>
        </div>
      ) : null}
      <div className="row" role="group" aria-label={t('mixed.give-title')}>
        <span>{t('mixed.give')}</span>
        {speakers.slice(0, 9).map(speaker => (
          <Button key={speaker} onClick={() => give(at, speaker)}>
            {nameOf(speaker)}
          </Button>
        ))}
      </div>
    </div>
  )
}
