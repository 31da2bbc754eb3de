import { lazy, Suspense, useEffect, useReducer, useRef, useState } from 'react'
import type { AnswerValue, EntryBody } from '../../core/case/entry-kind.ts'
import { forgetDraft, useDraft } from '../../ui/use-draft.ts'
import type { PartnerVault } from '../../vault/partner-vault.types.ts'
import { ConsentPage } from './consent.page.tsx'
import { describeFaults } from './describe-fault.ts'
import { Frame, Saying } from './frame.page.tsx'
import { answersGiven, findPlace, isPinDue, listSteps } from './intake.ts'
import type { IntakeStep } from './intake-step.ts'
import { listNames, useWording } from './language-context.page.tsx'
import { nameReaders } from './name-readers.ts'
import { describeProgress } from './progress.ts'
import { QuestionPage } from './question.page.tsx'
import { SavingLine } from './saving-line.page.tsx'
import { type FirstModel, type OpenSeat, SeatContext } from './seat-context.page.tsx'
import { WelcomePage } from './welcome.page.tsx'

/** Pages that nobody needs before the first question. */
const later = () => import('./later-pages.page.ts').then(module => module.laterPages)
const SetPinPage = lazy(async () => ({ default: (await later()).SetPinPage }))
const MenuPage = lazy(async () => ({ default: (await later()).MenuPage }))
const SafetyPage = lazy(async () => ({ default: (await later()).SafetyPage }))
const HelpPage = lazy(async () => ({ default: (await later()).HelpPage }))
const EndPage = lazy(async () => ({ default: (await later()).EndPage }))
const LookBackPage = lazy(async () => ({ default: (await later()).LookBackPage }))
const ReleasePage = lazy(async () => ({ default: (await later()).ReleasePage }))
const OwnNotePage = lazy(async () => ({ default: (await later()).OwnNotePage }))
const LeavePage = lazy(async () => ({ default: (await later()).LeavePage }))
const StopPage = lazy(async () => ({ default: (await later()).StopPage }))

/** Fetches the pages that come later, the same for everybody, so that they open without a network. */
export const fetchLaterPages = async (): Promise<void> => {
  await later()
}

/** A page that someone went to by themselves, beside the order of questions. */
export type SideRoom = 'menu' | 'look-back' | 'own' | 'help' | 'release' | 'pin' | 'leave'

/** A room that is gone to from another and leads back there. */
const isOver = (room: SideRoom): boolean => room === 'menu' || room === 'help' || room === 'pin'

/** An open seat: consent, the questions one at a time, the safety screen, the end; and the rooms beside it. */
export function SeatPage(props: {
  vault: PartnerVault
  model: FirstModel
  onShut(): void
  onFirstQuestion(): void
}) {
  const { vault, model, onFirstQuestion } = props
  const { t, language } = useWording()
  const [, render] = useReducer((count: number) => count + 1, 0)
  // Covered or locked, a page comes back where it was, with its half-written words.
  const [room, setRoom] = useDraft<SideRoom | null>(`${vault.seat} room`, null)
  const [under, setUnder] = useDraft<SideRoom | null>(`${vault.seat} under`, null)
  const [welcomed, setWelcomed] = useState(false)
  const [putOffAt, setPutOffAt] = useState<number | null>(null)
  const [inSafety, setInSafety] = useState(false)
  const [again, setAgain] = useState<IntakeStep | null>(null)
  const [last, setLast] = useState<IntakeStep | null>(null)
  const [keptAt, setKeptAt] = useState<Date | null>(null)
  const [trouble, setTrouble] = useState('')
  const turn = useRef(0)

  useEffect(() => vault.subscribe(() => render()), [vault])
  useEffect(() => {
    const refresh = () => void vault.refresh().catch(() => {})
    if (!vault.isNew) refresh()
    addEventListener('online', refresh)
    return () => removeEventListener('online', refresh)
  }, [vault])

  const { state } = vault
  const { setting } = state
  const sheet = state.sheets[vault.seat]
  const isPastConsent = Boolean(sheet?.consent)
  useEffect(() => {
    if (isPastConsent) onFirstQuestion()
  }, [isPastConsent, onFirstQuestion])
  const foot = <SavingLine sync={vault.sync} keptAt={keptAt} trouble={trouble} />

  if (!setting && vault.faults.length > 0)
    return (
      <Frame>
        <Saying title={t.stop} words={t.fault}>
          {describeFaults(vault.faults).map(seen => (
            <p key={seen}>{t.faultSeen[seen]}</p>
          ))}
          <p>{t.help.none}</p>
        </Saying>
      </Frame>
    )
  if (!setting || !sheet)
    return (
      <Frame>
        <Saying
          title={t.opening}
          words={vault.sync === 'offline' ? t.welcome.fetchingOffline : t.welcome.fetching}
        >
          <button type="button" className="main" onClick={() => void vault.refresh().catch(() => {})}>
            {t.tryAgain}
          </button>
        </Saying>
      </Frame>
    )

  const jurisdiction =
    model.jurisdictions.find(one => one.id === setting.jurisdiction) ?? model.jurisdictions.at(-1)
  const policy = model.policies.find(one => one.id === setting.policy)
  if (!jurisdiction || !policy)
    throw new Error('This should not happen: a setting that the model does not know')
  const others = setting.people.filter(person => person.seat !== vault.seat).map(person => person.label)
  const seat: OpenSeat = {
    vault,
    state,
    sheet,
    setting,
    model,
    jurisdiction,
    policy,
    others,
    readers(journal) {
      const names = nameReaders(journal, {
        you: journal === 'own' ? t.readers.alone : t.readers.you,
        therapist: setting.therapist,
        partners: others,
        grantee: t.readers.colleague(setting.therapist),
      })
      return listNames(language, names)
    },
    shut: props.onShut,
    async keep(journal, body) {
      try {
        await vault.append(journal, { ...body, at: new Date().toISOString() } as EntryBody)
        setKeptAt(new Date())
        setTrouble('')
        return true
      } catch (cause) {
        const full = cause instanceof Error && cause.name === 'StoreFull'
        setTrouble(full ? t.saving.notKept : t.saving.notKeptOther)
        return false
      }
    },
  }

  const steps = listSteps(model, setting.people, vault.seat, { en: t.yourPartner, fr: t.yourPartner })
  const found = findPlace(steps, sheet)
  const ownDraft = `${vault.seat} own`
  const enter = (next: SideRoom) => {
    if (!isOver(next)) {
      setUnder(null)
      // Half-written words do not wait where whoever comes later may open the door.
      if (next !== 'own') forgetDraft(ownDraft)
    } else if (room && !isOver(room)) setUnder(room)
    setRoom(next)
  }
  const goBack = () => {
    const to = room && isOver(room) ? under : null
    if (to !== 'own') forgetDraft(ownDraft)
    setUnder(null)
    setRoom(to)
  }

  const answer = async (step: IntakeStep, value: AnswerValue) => {
    const kept = await seat.keep('private', {
      kind: 'answer',
      instrument: setting.instrument,
      item: step.key,
      value,
    })
    turn.current += 1
    if (kept) {
      setLast(step)
      setAgain(null)
    } else render()
    return kept
  }

  // Shown until its help was seen, though the intake is finished by then.
  const safetyPage = (
    <SafetyPage key="safety" onBegin={() => setInSafety(true)} onEnd={() => setInSafety(false)} />
  )
  const screen = () => {
    if (found.at === 'left') return <Saying title={t.leave.doneTitle} words={t.leave.doneWords} />
    // Nothing more is asked, and the ways to people and out stay open.
    if (vault.faults.length > 0) {
      if (room === 'help') return <HelpPage label={t.goBack} onGoOn={goBack} />
      if (room === 'leave') return <LeavePage onBack={goBack} />
      return <StopPage onRoom={enter} />
    }
    if (found.at === 'consent')
      return welcomed || sheet.consent ? (
        <ConsentPage changed={sheet.consent !== null} />
      ) : (
        <WelcomePage onGoOn={() => setWelcomed(true)} />
      )
    switch (room) {
      case 'menu':
        return (
          <MenuPage
            onRoom={enter}
            onPause={async () => {
              if (await seat.keep('private', { kind: 'paused', paused: true })) goBack()
            }}
            onBack={goBack}
          />
        )
      case 'look-back':
        return <LookBackPage steps={steps} onPin={() => enter('pin')} onBack={goBack} />
      case 'own':
        return <OwnNotePage onHelp={() => enter('help')} onPin={() => enter('pin')} onBack={goBack} />
      case 'help':
        return <HelpPage label={t.goBack} onGoOn={goBack} />
      case 'release':
        return <ReleasePage steps={steps} onPin={() => enter('pin')} onBack={goBack} />
      case 'pin':
        return <SetPinPage onDone={goBack} onLater={goBack} />
      case 'leave':
        return <LeavePage onBack={goBack} />
      case null:
        break
    }
    if (found.at === 'paused')
      return (
        <Saying title={t.pause.title} words={t.pause.words(setting.therapist)}>
          <button
            type="button"
            className="main"
            onClick={() => void seat.keep('private', { kind: 'paused', paused: false })}
          >
            {t.pause.goOn}
          </button>
        </Saying>
      )
    if (inSafety) return safetyPage
    if (isPinDue(found, vault.hasPin, putOffAt)) {
      const putOff = () => setPutOffAt(answersGiven(found))
      return <SetPinPage onDone={putOff} onLater={putOff} />
    }
    if (found.at === 'safety') return safetyPage
    if (found.at === 'end') return <EndPage onRoom={enter} />
    const step = again ?? found.step
    const { words, minutes } = describeProgress(found.done, found.total)
    return (
      <QuestionPage
        key={`${step.key} ${turn.current}`}
        step={step}
        progress={`${t.progress[words]}, ${t.minutes(minutes)}`}
        onAnswer={value => answer(step, value)}
        onAgain={last && !again ? () => setAgain(last) : undefined}
      />
    )
  }

  const hasMore =
    !['left', 'consent'].includes(found.at) && !inSafety && room !== 'menu' && vault.faults.length === 0
  return (
    <SeatContext value={seat}>
      <Frame
        onMore={hasMore ? () => enter('menu') : undefined}
        foot={inSafety || found.at === 'safety' ? null : foot}
      >
        <Suspense fallback={<p className="page soft">{t.opening}</p>}>{screen()}</Suspense>
      </Frame>
    </SeatContext>
  )
}
