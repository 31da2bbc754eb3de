import { expect, test } from 'vitest'
import { isPlainPin } from './is-plain-pin.ts'

test.each(['000000', '123456', '654321', '890123', '121212', '123123'])(
  '%s is one that people try first',
  pin => {
    expect(isPlainPin(pin)).toBe(true)
  },
)
test.each(['271845', '904417', '120486'])('%s is taken', pin => {
  expect(isPlainPin(pin)).toBe(false)
})
