import { useMemo, useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { applyEdits, type EditHistory, noEdits } from '../../core/transcript/edit-history.ts'
import type { Transcript } from '../../core/transcript/transcript.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { failureKey } from '../../ui/failure-key.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { MixedUp } from './mixed-up.page.tsx'
import type { HeardBy } from './open-transcript.page.tsx'
import { keepTranscript } from './keep-transcript.page.ts'
import { type SpeakerIs, suggestPeople } from './suggest-people.ts'
import { UnreadLines } from './unread-lines.page.tsx'

interface Props {
  open: OpenCase
  heardBy: HeardBy
  transcript: Transcript
  onOther(): void
}

const asValue = (one: SpeakerIs | null): string => (one === null ? '' : one.is === 'heard' ? one.who : one.is)
const fromValue = (value: string): SpeakerIs | null =>
  value === ''
    ? null
    : value === 'therapist' || value === 'nobody'
      ? { is: value }
      : { is: 'heard', who: value }

const shownWords = 120

/** Some words of a speaker to know them by: the first that are more than a yes or a no. */
const firstWords = (transcript: Transcript, speaker: string): string => {
  const said = transcript.utterances.filter(one => one.speaker === speaker).slice(0, 40)
  const text = (said.find(one => one.text.length > 40) ?? said[0])?.text ?? ''
  return text.length > shownWords ? `${text.slice(0, shownWords)}…` : text
}

/** Who each speaker of the file is, said by hand: guesses are marked as guesses and count for nothing until confirmed. */
export function WhoIsWho({ open, heardBy, transcript, onOther }: Props) {
  const { t } = useTherapistText()
  const [history, setHistory] = useState<EditHistory>(noEdits)
  const current = useMemo(() => {
    const edited = applyEdits(transcript, history.done)
    return edited.ok ? edited.value : transcript
  }, [transcript, history])
  const guesses = useMemo(() => suggestPeople(current, heardBy.heard), [current, heardBy])
  const [said, setSaid] = useState<Record<string, SpeakerIs | null>>({})
  const [failure, setFailure] = useState<TherapistKey | null>(null)
  const isOf = (speaker: string): SpeakerIs | null =>
    speaker in said
      ? (said[speaker] ?? null)
      : (guesses.find(guess => guess.speaker === speaker)?.guess ?? null)
  const open_ = guesses.filter(({ speaker }) => isOf(speaker) === null)
  const nameOf = (speaker: string) => {
    const one = isOf(speaker)
    if (one?.is === 'heard') return heardBy.heard.find(({ seat }) => seat === one.who)?.label ?? speaker
    return one?.is === 'therapist' ? t('who.therapist') : speaker || t('who.nameless')
  }
  const speakers = guesses.map(({ speaker }) => speaker)
  const clients = speakers.filter(speaker => isOf(speaker)?.is === 'heard')
  const two = clients.length > 1 ? clients : speakers
  const confirm = async () => {
    if (open_.length > 0) return
    try {
      const id = await keepTranscript(open, heardBy, current, speaker => isOf(speaker) ?? { is: 'nobody' })
      navigate(`/case/${open.id}/reading/${id}`)
    } catch (error) {
      setFailure(failureKey(error))
    }
  }
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>{t('who.intro')}</p>
        <UnreadLines unread={current.unread} />
        <ul role="list" className="lines">
          {guesses.map(({ speaker, guess, because }) => (
            <li key={speaker} className="speaker-line">
              <div>
                <strong>{speaker || t('who.nameless')}</strong>
                <p className="message">{firstWords(current, speaker)}</p>
              </div>
              <Field
                label={t('who.is', { speaker: speaker || t('who.nameless') })}
                hint={
                  !(speaker in said) && guess ? t(`who.guess.${because === 'none' ? 'left' : because}`) : null
                }
              >
                {wiring => (
                  <select
                    {...wiring}
                    value={asValue(isOf(speaker))}
                    onChange={event => setSaid({ ...said, [speaker]: fromValue(event.currentTarget.value) })}
                  >
                    <option value="">{t('new-case.choose')}</option>
                    {heardBy.heard.map(({ seat, label }) => (
                      <option key={seat} value={seat}>
                        {label}
                      </option>
                    ))}
                    <option value="therapist">{t('who.therapist')}</option>
                    <option value="nobody">{t('who.nobody')}</option>
                  </select>
                )}
              </Field>
            </li>
          ))}
        </ul>
      </div>
      <Disclosure summary={t('who.mixed-up')}>
        <MixedUp transcript={current} history={history} onHistory={setHistory} nameOf={nameOf} two={two} />
      </Disclosure>
      {failure ? (
        <Notice live>
          <p>{t(failure)}</p>
        </Notice>
      ) : null}
      <div className="stack-tight">
        {open_.length > 0 ? <p className="soft">{t('who.open', { count: open_.length })}</p> : null}
        <div className="row">
          <Button kind="main" disabled={open_.length > 0} onClick={() => void confirm()}>
            {t('who.confirm')}
          </Button>
          <Button kind="quiet" onClick={onOther}>
            {t('who.other-file')}
          </Button>
        </div>
        <p className="small soft">{t('who.kept')}</p>
      </div>
    </div>
  )
}
