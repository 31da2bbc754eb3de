import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { SimulatedCouple } from '../../core/model/couple-schema.ts'
import type { Reply } from '../../core/simulation/reply.ts'
import type { RehearsalTurn } from '../../core/simulation/take-turn.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { FeedbackList } from './feedback-list.page.tsx'
import { Speech } from './speech.page.tsx'

interface Props {
  couple: SimulatedCouple
  begun: { replies: Reply[] }
  turns: readonly RehearsalTurn[]
  /** Under which half-typed words are found again after a lock. */
  draft: string
  failed: boolean
  /** Says something; resolves once it is kept. Nothing is silence. */
  say(words: string): Promise<void>
  end(): void
}

const longest = 4000

/** The hour as it goes: what they say, what one answers, and at once what that did. */
export function TalkPage({ couple, begun, turns, draft, failed, say, end }: Props) {
  const { t, words } = useTherapistText()
  const [text, setText] = useDraft(`academy/${draft}`, '')
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const foot = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (turns.length > 0) foot.current?.scrollIntoView({ block: 'end' })
  }, [turns.length])

  const send = async (said: string) => {
    if (busy) return
    setBusy(true)
    try {
      await say(said)
      if (said) setText(null)
    } catch {
      // The page says that it was not kept; the words stay in the field.
    } finally {
      setBusy(false)
      field.current?.focus()
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) void send(text.trim())
    else field.current?.focus()
  }
  return (
    <>
      <header className="stack-tight">
        <PageTitle>{words(couple.title)}</PageTitle>
        <Disclosure summary={t('talk.brief')} open={turns.length === 0}>
          <p>{words(couple.brief)}</p>
          <p className="small soft">{t('rehearse.invented')}</p>
        </Disclosure>
      </header>
      <div className="talk-log stack" role="log" aria-label={t('talk.log')}>
        <Speech couple={couple} replies={begun.replies} />
        {turns.map(({ text: said, replies, feedback }, index) => (
          // Turns stay in their order
          <article key={index} className="talk-turn stack" aria-label={t('talk.turn', { turn: index + 1 })}>
            <div className="own-speech">
              <p className="small soft">{t('talk.you')}</p>
              <p className="own-said">{said || t('talk.silence')}</p>
            </div>
            <FeedbackList feedback={feedback} />
            <Speech couple={couple} replies={replies} />
          </article>
        ))}
        <div ref={foot} className="talk-foot" />
      </div>
      <form className="talk-form stack-tight" onSubmit={submit}>
        <Field label={t('talk.say')} hint={t('talk.say-hint')} error={failed ? t('academy.not-kept') : null}>
          {wiring => (
            <textarea
              {...wiring}
              ref={field}
              className="short"
              rows={2}
              maxLength={longest}
              value={text}
              onChange={event => setText(event.currentTarget.value)}
              onKeyDown={event => {
                if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
              }}
            />
          )}
        </Field>
        <div className="row">
          <Button kind="main" type="submit">
            {t('talk.send')}
          </Button>
          <Button onClick={() => void send('')}>{t('talk.stay-silent')}</Button>
          <Button kind="quiet" onClick={end}>
            {t('talk.end')}
          </Button>
        </div>
      </form>
    </>
  )
}
