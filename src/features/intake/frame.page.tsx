import { type ReactNode, useEffect, useRef } from 'react'
import { leaveQuickly } from '../../client/quick-exit.ts'
import { useWording } from './language-context.page.tsx'

/** What every partner's page has: the other language, the way out, and one thing in the middle. */
export function Frame(props: { children: ReactNode; onMore?: (() => void) | undefined; foot?: ReactNode }) {
  const { t, language, switchLanguage } = useWording()
  const other = language === 'en' ? 'fr' : 'en'
  return (
    <div className="frame">
      <header className="bar">
        <button type="button" className="exit" onClick={leaveQuickly} title={t.quickExitHint}>
          {t.quickExit}
        </button>
        <span className="bar-rest">
          {props.onMore ? (
            <button type="button" className="quiet" onClick={props.onMore}>
              {t.more}
            </button>
          ) : null}
          <button type="button" className="quiet" lang={other} onClick={switchLanguage}>
            {t.otherLanguage}
          </button>
        </span>
      </header>
      <main>{props.children}</main>
      <footer className="foot">{props.foot}</footer>
    </div>
  )
}

/** The heading of a page: takes the focus when the page comes, so that a keyboard and a screen reader begin there. */
export function Heading(props: { children: ReactNode; id?: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} id={props.id}>
      {props.children}
    </h1>
  )
}

/** A page that says one thing, with what can be done about it below. */
export function Saying(props: { title: string; words?: ReactNode; children?: ReactNode }) {
  return (
    <div className="page">
      <Heading>{props.title}</Heading>
      {props.words ? <p>{props.words}</p> : null}
      {props.children}
    </div>
  )
}
