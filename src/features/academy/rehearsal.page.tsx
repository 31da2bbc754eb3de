import { useMemo, useState } from 'react'
import type { RehearsalKept } from '../../core/case/fold-own.ts'
import type { SimulatedCouple } from '../../core/model/couple-schema.ts'
import { beginRehearsal, replayTurns, takeTurn } from '../../core/simulation/take-turn.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { AfterHour } from './after-hour.page.tsx'
import type { RehearsalParts } from './load-rehearsal.page.ts'
import type { Practice } from './practice.page.ts'
import { observationsToKeep } from './rehearsal-hour.ts'
import { TalkPage } from './talk.page.tsx'
import { useRehearsalParts } from './use-rehearsal-parts.page.ts'

/** One hour with a simulated couple: the talk while it goes on, and what it showed once it was ended. */
export function RehearsalPage({ practice, id }: { practice: Practice; id: string }) {
  const { t } = useTherapistText()
  const { parts, failure } = useRehearsalParts()
  const hour = practice.state.rehearsals.find(({ rehearsal }) => rehearsal === id)
  const couple = parts?.couples.find(one => one.id === hour?.couple)
  if (!hour || (parts && !couple))
    return (
      <div className="stack">
        <PageTitle>{t(hour ? 'hours.unknown' : 'hours.not-here')}</PageTitle>
        <p>
          <a href="#/academy/rehearse">{t('rehearse.other')}</a>
        </p>
      </div>
    )
  if (failure)
    return (
      <Notice live>
        <p>{t(failure)}</p>
      </Notice>
    )
  if (!parts || !couple) return <p role="status">{t('rehearse.coming')}</p>
  return <OpenHour practice={practice} hour={hour} couple={couple} parts={parts} />
}

interface Props {
  practice: Practice
  hour: RehearsalKept
  couple: SimulatedCouple
  parts: RehearsalParts
}

function OpenHour({ practice, hour, couple, parts }: Props) {
  const { own } = practice
  const rehearsal = useMemo(
    () => parts.open(couple, hour.difficulty, hour.seed),
    [parts, couple, hour.difficulty, hour.seed],
  )
  const begun = useMemo(() => beginRehearsal(rehearsal), [rehearsal])
  const [turns, setTurns] = useState(() => replayTurns(rehearsal, hour.texts))
  const [failed, setFailed] = useState(false)
  const state = turns.at(-1)?.state ?? begun.state

  const say = async (words: string) => {
    const turn = takeTurn(rehearsal, state, words)
    try {
      await own.append({
        kind: 'rehearsal-turn',
        at: new Date().toISOString(),
        rehearsal: hour.rehearsal,
        words,
      })
      setTurns([...turns, turn])
      setFailed(false)
    } catch (error) {
      setFailed(true)
      throw error
    }
  }
  const end = async () => {
    try {
      await own.append({
        kind: 'rehearsal-ended',
        at: new Date().toISOString(),
        rehearsal: hour.rehearsal,
        observations: observationsToKeep(turns, hour.from),
      })
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return hour.endedAt ? (
    <AfterHour practice={practice} hour={hour} couple={couple} parts={parts} begun={begun} turns={turns} />
  ) : (
    <TalkPage
      couple={couple}
      begun={begun}
      turns={turns}
      draft={`rehearsal/${hour.rehearsal}`}
      failed={failed}
      say={say}
      end={() => void end()}
    />
  )
}
