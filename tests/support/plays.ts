/** The circumstances of one play of the journeys. */
export interface Play {
  device: 'phone' | 'laptop'
  input: 'touch' | 'keyboard'
  language: 'en' | 'fr'
  theme: 'light' | 'dark'
}

/** Every combination: the nightly run plays these. */
export const allPlays: readonly Play[] = (['phone', 'laptop'] as const).flatMap(device =>
  (['touch', 'keyboard'] as const).flatMap(input =>
    (['en', 'fr'] as const).flatMap(language =>
      (['light', 'dark'] as const).map(theme => ({ device, input, language, theme })),
    ),
  ),
)

/** The fewest plays in which each value of each circumstance meets each value of every other. */
export const pairedPlays: readonly Play[] = [
  { device: 'phone', input: 'touch', language: 'en', theme: 'light' },
  { device: 'phone', input: 'keyboard', language: 'fr', theme: 'dark' },
  { device: 'laptop', input: 'touch', language: 'fr', theme: 'dark' },
  { device: 'laptop', input: 'keyboard', language: 'en', theme: 'dark' },
  { device: 'laptop', input: 'keyboard', language: 'fr', theme: 'light' },
]

export const playName = ({ device, input, language, theme }: Play): string =>
  [device, input, language, theme].join('-')

export const viewports = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1440, height: 900 },
} as const
