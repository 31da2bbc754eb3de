import { useCallback, useEffect, useState } from 'react'
import { onQuickExit } from '../../client/quick-exit.ts'
import type { PartnerStrings } from '../../ui/strings/partner.en.ts'
import { forgetDrafts } from '../../ui/use-draft.ts'
import type { PartnerSeat, PartnerVault } from '../../vault/partner-vault.types.ts'
import type { Language } from './consent-text.ts'
import { Frame, Heading, Saying } from './frame.page.tsx'
import { watchIdleness } from './idleness.page.ts'
import { isSwapped } from './is-swapped.ts'
import { LanguageContext } from './language-context.page.tsx'
import type { FirstModel } from './seat-context.page.tsx'
import type { SeatPage } from './seat.page.tsx'
import { UnlockPage } from './unlock.page.tsx'

/** What stands between opening the address and an open seat. */
type Stage =
  | {
      at:
        | 'opening'
        | 'half-link'
        | 'no-link'
        | 'no-use'
        | 'no-network'
        | 'other-tab'
        | 'no-room'
        | 'not-secure'
        | 'trouble'
        | 'swapped'
        | 'invited'
    }
  | { at: 'locked'; elsewhere: boolean }
  | { at: 'open'; vault: PartnerVault; covered: boolean; SeatPage: typeof SeatPage }

/** What the vault's errors mean to the person at the page. */
const stumbles: Record<string, 'no-use' | 'no-network' | 'other-tab' | 'no-room'> = {
  Refused: 'no-use',
  Offline: 'no-network',
  OpenElsewhere: 'other-tab',
  StoreFull: 'no-room',
  QuotaExceededError: 'no-room',
}

/** The partner's page: from a link to an open seat, and shut again when nobody is there. */
export function PartnerPage(props: {
  seat: PartnerSeat
  /** The address's fragment as it was when the page opened; it is no longer in the address. */
  fragment: string
  firstLanguage: Language
  firstStrings: PartnerStrings
  loadStrings(language: Language): Promise<PartnerStrings>
  loadModel(language: Language): Promise<FirstModel>
  /** Called once the first question is on the screen: the moment to fetch what comes later. */
  onFirstQuestion(): void
}) {
  const { seat, fragment } = props
  const [wording, setWording] = useState<{
    language: Language
    t: PartnerStrings
    /** Comes after the first page. */
    model: FirstModel | null
  }>({ language: props.firstLanguage, t: props.firstStrings, model: null })
  const [secret] = useState(() => seat.readLink(fragment))
  const [stage, setStage] = useState<Stage>({ at: 'opening' })
  const { language, t, model } = wording

  const switchLanguage = async () => {
    const next = language === 'en' ? 'fr' : 'en'
    const [strings, nextModel] = await Promise.all([props.loadStrings(next), props.loadModel(next)])
    setWording({ language: next, t: strings, model: nextModel })
  }

  const { loadModel, firstLanguage } = props
  const showOpen = useCallback(
    async (vault: PartnerVault) => {
      const [page, first] = await Promise.all([import('./seat.page.tsx'), loadModel(firstLanguage)])
      // Whoever has changed the language meanwhile has a model already.
      setWording(now => (now.model ? now : { ...now, model: first }))
      setStage({ at: 'open', vault, covered: false, SeatPage: page.SeatPage })
    },
    [loadModel, firstLanguage],
  )

  // Told apart by name, so that the vault need not be loaded to read its error classes.
  const stumble = useCallback((cause: unknown) => {
    const name = cause instanceof Error || cause instanceof DOMException ? cause.name : ''
    setStage({ at: isSwapped(cause) ? 'swapped' : (stumbles[name] ?? 'trouble') })
  }, [])

  const open = useCallback(async () => {
    // Without a secure address a browser gives a page no cryptography.
    if (!window.isSecureContext) return setStage({ at: 'not-secure' })
    setStage({ at: 'opening' })
    try {
      if (secret) {
        const standing = await seat.standing(secret)
        if (standing === 'open-here') await showOpen(await seat.open(secret))
        else if (standing === 'locked-here') setStage({ at: 'locked', elsewhere: false })
        else if (standing === 'elsewhere') setStage({ at: 'locked', elsewhere: true })
        else setStage({ at: standing === 'unclaimed' ? 'invited' : 'no-use' })
      } else if (fragment) setStage({ at: 'half-link' })
      else {
        const kept = await seat.keptSeats()
        if (kept.some(one => one.hasPin)) setStage({ at: 'locked', elsewhere: false })
        else if (kept.length) await showOpen(await seat.open(null))
        else setStage({ at: 'no-link' })
      }
    } catch (cause) {
      stumble(cause)
    }
  }, [seat, secret, fragment, showOpen, stumble])

  const claim = async () => {
    if (!secret) return
    setStage({ at: 'opening' })
    try {
      await showOpen(await seat.open(secret))
    } catch (cause) {
      // Another phone was faster: see how the link stands now.
      if (cause instanceof Error && 'code' in cause && cause.code === 'link-spent') await open()
      else stumble(cause)
    }
  }

  useEffect(() => void open(), [open])

  useEffect(() => {
    document.documentElement.lang = language
    document.title = t.neutralTitle
  }, [language, t])

  const shut = useCallback(() => {
    setStage(now => {
      if (now.at !== 'open') return now
      if (!now.vault.hasPin) return { ...now, covered: true }
      now.vault.lock()
      return { at: 'locked', elsewhere: false }
    })
  }, [])
  const isOpen = stage.at === 'open'
  useEffect(() => (isOpen ? watchIdleness(shut) : undefined), [isOpen, shut])
  useEffect(() => onQuickExit(forgetDrafts), [])
  useEffect(() => onQuickExit(shut), [shut])

  const again = (
    <button type="button" className="main" onClick={open}>
      {t.tryAgain}
    </button>
  )
  const screen = () => {
    switch (stage.at) {
      case 'opening':
        return <p className="page soft">{t.opening}</p>
      case 'half-link':
        return <Saying key={stage.at} title={t.halfLink.title} words={t.halfLink.words} />
      case 'no-link':
        return <Saying key={stage.at} title={t.noLink.title} words={t.noLink.words} />
      case 'no-use':
        return <Saying key={stage.at} title={t.noUse.title} words={t.noUse.words} />
      case 'not-secure':
        return <Saying key={stage.at} title={t.notSecure.title} words={t.notSecure.words} />
      case 'swapped':
        return <Saying key={stage.at} title={t.stop} words={t.fault} />
      case 'trouble':
        return (
          <Saying key={stage.at} title={t.trouble.title} words={t.trouble.words}>
            {again}
          </Saying>
        )
      case 'other-tab':
        return (
          <Saying key={stage.at} title={t.otherTab.title} words={t.otherTab.words}>
            {again}
          </Saying>
        )
      case 'no-room':
        return (
          <Saying key={stage.at} title={t.noRoom.title} words={t.noRoom.words}>
            {again}
          </Saying>
        )
      case 'no-network':
        return (
          <Saying key={stage.at} title={t.noNetwork.title} words={t.noNetwork.words}>
            {again}
          </Saying>
        )
      case 'invited':
        return (
          <div className="page" key={stage.at}>
            <Heading>{t.invited.title}</Heading>
            <p className="lead">{t.invited.words}</p>
            <p>{t.welcome.time}</p>
            <p>{t.nobodyLive}</p>
            <p className="soft">{t.invited.once}</p>
            <button type="button" className="main" onClick={claim}>
              {t.invited.open}
            </button>
          </div>
        )
      case 'locked':
        return (
          <UnlockPage
            key={stage.at}
            seat={seat}
            secret={secret}
            elsewhere={stage.elsewhere}
            onOpen={vault => void showOpen(vault).catch(stumble)}
          />
        )
      case 'open':
        return (
          <Saying key={stage.at} title={t.pin.covered}>
            <button type="button" className="main" onClick={() => setStage({ ...stage, covered: false })}>
              {t.pin.uncover}
            </button>
          </Saying>
        )
    }
  }
  return (
    <LanguageContext value={{ t, language, switchLanguage }}>
      {stage.at === 'open' && !stage.covered && model ? (
        <stage.SeatPage
          vault={stage.vault}
          model={model}
          onShut={shut}
          onFirstQuestion={props.onFirstQuestion}
        />
      ) : (
        <Frame>{screen()}</Frame>
      )}
    </LanguageContext>
  )
}
