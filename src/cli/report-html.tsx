import { renderToStaticMarkup } from 'react-dom/server'
import type { Blueprint } from '../core/assessment/blueprint.ts'
import type { Person } from '../core/case/entry-kind.ts'
import type { Model } from '../core/model/schema.ts'
import type { Plan } from '../core/plan/next-questions.ts'
import base from '../ui/base.css?raw'
import blueprintStyle from '../ui/blueprint/blueprint.css?raw'
import { BlueprintSheet } from '../ui/blueprint/blueprint-sheet.tsx'
import { blueprintText } from '../ui/blueprint/blueprint-text.ts'
import { blueprintWords } from '../ui/strings/blueprint-words.ts'
import tokens from '../ui/tokens.css?raw'

const page = `
main { max-width: 65rem; margin: 0 auto; padding: 3rem 2.5rem; }
main > .bp-soft { margin: 0.5rem 0 2rem; }
@media (max-width: 44rem) { main { padding: 2rem 1.25rem; } }
@media print {
  @page { size: A4; margin: 9mm 14mm; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 18pt; }
  main > .bp-soft { margin: 0 0 4pt; font-size: 9pt; }
}`

/** One self-contained page: it loads nothing, runs nothing, and its title says nothing. */
export const writeReportHtml = (
  model: Model,
  blueprint: Blueprint,
  plan: Plan,
  people: Person[],
  language: 'en' | 'fr',
): string => {
  const t = blueprintWords(language)
  const { names } = blueprintText(t, language, people)
  const body = renderToStaticMarkup(
    <main>
      <h1>{t('blueprint.title')}</h1>
      <p className="bp-soft">{t('blueprint.sheets', { names: names(blueprint.seats) })}</p>
      <BlueprintSheet
        model={model}
        blueprint={blueprint}
        people={people}
        language={language}
        t={t}
        plan={plan}
      />
    </main>,
  )
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Notes</title>
<style>${tokens}${base}${blueprintStyle}${page}</style>
</head>
<body>${body}</body>
</html>`
}
