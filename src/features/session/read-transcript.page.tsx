import { useEffect, useMemo, useState } from 'react'
import type { TranscriptState } from '../../core/case/session-state.ts'
import type { FindingKind, Reading } from '../../core/language/reading.ts'
import { guessLanguage } from '../../core/language/guess-language.ts'
import type { ElementId } from '../../core/model/schema.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { ChartParagraph } from './chart-paragraph.page.tsx'
import { FindingFilters } from './finding-filters.page.tsx'
import { FindingList } from './finding-list.page.tsx'
import { findingKey } from './finding-key.ts'
import { FinishReading } from './finish-reading.page.tsx'
import { loadReader } from './load-reader.page.ts'
import { OwnTurns } from './own-turns.page.tsx'
import { fiveByDefault, shownFindings } from './shown-kinds.ts'
import { SupervisionSheet } from './supervision-sheet.page.tsx'
import { TalkTime } from './talk-time.page.tsx'
import { Timeline } from './timeline.page.tsx'
import { FrenchNotice } from './transcript-list.page.tsx'
import { turnsOf } from './turns-of.ts'

/** One transcript as it reads: danger first, then who spoke when with findings as ticks, each to accept, edit or dismiss. */
export function ReadTranscript({ open, transcript }: { open: OpenCase; transcript: TranscriptState }) {
  const { t, moment, language: pageLanguage } = useTherapistText()
  const { head, text } = transcript
  const { people, heard } = open.state
  const nameOf = (who: string) =>
    people.find(({ seat }) => seat === who)?.label ??
    heard.find(one => one.who === who)?.label ??
    head.speakers.find(one => one.who === who)?.name ??
    who
  const therapist = t('who.therapist')
  // As a text, which stays the same where a decision changes the case: the words are then not read again.
  const names = JSON.stringify(
    Object.fromEntries(head.speakers.flatMap(({ who }) => (who ? [[who, nameOf(who)]] : []))),
  )
  const turns = useMemo(
    () => turnsOf({ head, text }, JSON.parse(names) as Record<string, string>, therapist),
    [head, text, names, therapist],
  )
  const [reading, setReading] = useState<Reading | null>(null)
  const [failed, setFailed] = useState(false)
  const [kinds, setKinds] = useDraft<readonly FindingKind[]>(`kinds.${open.id}`, fiveByDefault)
  const [element, setElement] = useState<ElementId | null>(null)
  const [at, setAt] = useState<string | null>(null)

  useEffect(() => {
    let here = true
    if (turns)
      loadReader().then(
        read => here && setReading(read(turns)),
        () => here && setFailed(true),
      )
    return () => {
      here = false
    }
  }, [turns])

  const back = (
    <p className="screen-only">
      <a href={`#/case/${open.id}/reading`}>{t('reading.back')}</a>
    </p>
  )
  const title = <PageTitle>{t('reading.of', { at: moment(head.at) })}</PageTitle>
  if (!turns || failed)
    return (
      <div className="stack">
        {title}
        <Notice live>
          <p>{t(failed ? 'reading.not-loaded' : 'reading.not-whole-detail')}</p>
        </Notice>
        {back}
      </div>
    )
  if (!reading)
    return (
      <div className="stack">
        {title}
        <p role="status">{t('working')}</p>
      </div>
    )
  const findings = shownFindings(reading.findings, kinds, element)
  const risks = findings.filter(({ kind }) => kind === 'risk')
  const language = guessLanguage(turns)
  return (
    <>
      <div className="stack screen-only">
        {back}
        {title}
        <p className="small soft">{t('readers.notes')}</p>
        <FrenchNotice reading={language === 'fr' ? 'fr' : pageLanguage} />
      </div>
      <section className={`stack screen-only ${risks.length > 0 ? 'read-first' : ''}`}>
        <h2>{t(risks.length > 0 ? 'risk.first' : 'risk.none')}</h2>
        <p>{t('risk.silence')}</p>
        {risks.length > 0 ? (
          <>
            <p>{t('risk.alone')}</p>
            <FindingList
              label={t('risk.first')}
              open={open}
              transcript={transcript}
              turns={turns}
              findings={risks}
              keys={false}
              at={at}
              onAt={setAt}
            />
          </>
        ) : null}
      </section>
      <section className="stack screen-only">
        <h2>{t('timeline.title')}</h2>
        <Timeline turns={turns} people={people} findings={findings} at={at} onAt={setAt} />
        <TalkTime talk={reading.summary.talk} turns={turns} people={people} />
      </section>
      <section className="stack screen-only">
        <h2>{t('findings.title')}</h2>
        <FindingFilters
          kinds={kinds}
          onKinds={setKinds}
          element={element}
          onElement={setElement}
          found={reading.findings}
        />
        <FindingList
          label={t('findings.title')}
          open={open}
          transcript={transcript}
          turns={turns}
          findings={findings.filter(({ kind }) => kind !== 'risk')}
          at={at}
          onAt={setAt}
        />
      </section>
      <OwnTurns reading={reading} turns={turns} />
      <div className="screen-only">
        <ChartParagraph
          open={open}
          of={{
            at: head.at,
            people: head.speakers.flatMap(({ who }) => (who ? [nameOf(who)] : [])),
            session: head.session,
            transcript: head.transcript,
          }}
        />
      </div>
      <SupervisionSheet open={open} transcript={transcript} talk={reading.summary.talk} nameOf={nameOf} />
      <FinishReading open={open} transcript={transcript} undecided={findings.map(findingKey)} />
    </>
  )
}
