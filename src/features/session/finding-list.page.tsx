import { useRef, useState } from 'react'
import type { TranscriptState } from '../../core/case/session-state.ts'
import type { Finding } from '../../core/language/reading.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { acceptFinding, decisionOn, dismissFinding, saidIn, takeBack } from './decide-finding.page.ts'
import { FindingDetail } from './finding-detail.page.tsx'
import { findingKey } from './finding-key.ts'
import { focusSoon } from './focus-soon.page.ts'
import { type TakenAs, usuallyTakenAs } from './take-finding.ts'
import type { ReadableTurn } from './turns-of.ts'

const atOnce = 100

interface Props {
  label: string
  open: OpenCase
  transcript: TranscriptState
  turns: readonly ReadableTurn[]
  findings: readonly Finding[]
  /** The finding that is open, by its key. */
  at: string | null
  onAt(key: string | null): void
  /** Whether the keys are explained here. */
  keys?: boolean
}

/** Findings one under the other; the one that is open shows its words in context. Arrows move; A, E and D decide; U takes back. */
export function FindingList({ label, open, transcript, turns, findings, at, onAt, keys = true }: Props) {
  const { t } = useTherapistText()
  const [shown, setShown] = useState(atOnce)
  const [editing, setEditing] = useState<string | null>(null)
  const [said, say] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const focusOn = (key: string) =>
    focusSoon(() => list.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(key)}"]`))
  const go = (from: number, by: number) => {
    const next = findings[Math.max(0, Math.min(from + by, findings.length - 1))]
    if (!next) return
    if (from + by >= shown) setShown(shown + atOnce)
    const key = findingKey(next)
    onAt(key)
    focusOn(key)
  }
  const after = (index: number, words: string) => {
    say(words)
    setEditing(null)
    const next = findings.findIndex(
      (one, place) => place > index && decisionOn(open.state, transcript, findingKey(one)) === 'open',
    )
    go(next === -1 ? index : next, 0)
  }
  const accept = async (index: number, finding: Finding, as: TakenAs, words: string) => {
    await acceptFinding(open, transcript, finding, turns, as, words)
    after(index, t('finding.accepted'))
  }
  const dismiss = async (index: number, finding: Finding) => {
    await dismissFinding(open, transcript, finding, true)
    after(index, t('finding.dismissed'))
  }
  const undo = async (finding: Finding) => {
    await takeBack(open, transcript, finding)
    say(t('finding.open-again'))
    focusOn(findingKey(finding))
  }
  const stroke = (event: React.KeyboardEvent, index: number, finding: Finding) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const decided = decisionOn(open.state, transcript, findingKey(finding)) !== 'open'
    const key = event.key.toLowerCase()
    if (key === 'arrowdown' || key === 'j') go(index, 1)
    else if (key === 'arrowup' || key === 'k') go(index, -1)
    else if (key === 'a' && !decided) void accept(index, finding, usuallyTakenAs(finding.kind), '')
    else if (key === 'd' && !decided) void dismiss(index, finding)
    else if (key === 'e' && !decided) {
      onAt(findingKey(finding))
      setEditing(findingKey(finding))
    } else if (key === 'u' && decided) void undo(finding)
    else return
    event.preventDefault()
  }
  if (findings.length === 0) return <p className="soft">{t('findings.none')}</p>
  return (
    <div className="stack-tight">
      {keys ? <p className="small soft screen-keys">{t('findings.keys')}</p> : null}
      <ol ref={list} role="list" className="findings" aria-label={label}>
        {findings.slice(0, shown).map((finding, index) => {
          const key = findingKey(finding)
          const decision = decisionOn(open.state, transcript, key)
          const turn = turns[finding.turn]
          return (
            <li key={key} className={`finding finding-${decision}`}>
              <button
                type="button"
                className="finding-head"
                data-finding={key}
                aria-expanded={at === key}
                onClick={() => onAt(at === key ? null : key)}
                onKeyDown={event => stroke(event, index, finding)}
              >
                <span className="finding-kind">
                  {t(`kind.${finding.kind}`)}
                  {finding.sense ? ` · ${t(`sense.${finding.sense}`)}` : ''}
                </span>
                <span className="finding-who soft">{turn?.speaker}</span>
                <q className="finding-quote">{saidIn(finding, turns)}</q>
                {decision === 'open' ? null : (
                  <span className="finding-state">{t(`finding.is-${decision}`)}</span>
                )}
              </button>
              {at === key ? (
                <FindingDetail
                  finding={finding}
                  turns={turns}
                  decision={decision}
                  editing={editing === key}
                  onEdit={() => setEditing(key)}
                  onAccept={(as, words) => void accept(index, finding, as, words)}
                  onDismiss={() => void dismiss(index, finding)}
                  onUndo={() => void undo(finding)}
                />
              ) : null}
            </li>
          )
        })}
      </ol>
      {findings.length > shown ? (
        <div>
          <Button onClick={() => setShown(shown + atOnce)}>{t('findings.more')}</Button>
        </div>
      ) : null}
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </div>
  )
}
