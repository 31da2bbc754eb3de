import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelWeights } from '../../src/core/language/language-bundle.ts'
import type { FeatureIndex } from './examples.ts'
import type { FittedModel } from './fit-linear.ts'

const round = (x: number) => Number(x.toPrecision(6))

/**
 * Makes a fitted model small: whole weights from -127 to 127, each output with a scale of its own; weights below `least` steps are left out.
 */
export function quantise(
  about: Pick<ModelWeights, 'id' | 'language' | 'unit' | 'outputs' | 'link' | 'calibration'>,
  model: FittedModel,
  index: FeatureIndex,
  least = 2,
): ModelWeights {
  const width = model.outputs
  const scale = Array.from({ length: width }, (_none, output) => {
    let most = 0
    for (let feature = 0; feature < index.names.length; feature++)
      most = Math.max(most, Math.abs(model.weights[feature * width + output] as number))
    return round(most / 127 || 1)
  })
  const bytes: number[] = []
  const kept: string[] = []
  for (const [feature, name] of index.names.entries()) {
    const held: number[] = []
    for (let output = 0; output < width; output++) {
      const whole = Math.round(
        (model.weights[feature * width + output] as number) / (scale[output] as number),
      )
      if (Math.abs(whole) >= least) held.push(output, whole & 255)
    }
    if (held.length === 0) continue
    kept.push(name)
    bytes.push(held.length / 2, ...held)
  }
  return {
    ...about,
    bias: Array.from(model.bias, round),
    scale,
    features: kept.join('\n'),
    weights: Buffer.from(bytes).toString('base64'),
  }
}

/** Writes `model/language/weights/<id>.json`, formatted as the project's other files are. */
export function writeWeights(
  root: string,
  weights: ({ id: string } & Record<string, unknown>) | ModelWeights,
): string {
  const folder = join(root, 'model/language/weights')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${weights.id}.json`)
  writeFileSync(path, `${JSON.stringify(weights, null, 2)}\n`)
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'format', '--write', path],
    { cwd: root },
  )
  return path
}
