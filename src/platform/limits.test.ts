import { expect, test } from 'vitest'
import { ExpiringMap } from './expiring-map.ts'
import { Limiter } from './limiter.ts'

test('a limiter lets a burst pass, then as many as it refills, and holds few names', () => {
  let now = 0
  const limiter = new Limiter(() => now, 5, 10_000, 100)
  const passed = () => Array.from({ length: 8 }, () => limiter.take('a')).filter(waitS => waitS === 0).length
  expect(passed()).toBe(5)
  const waitS = limiter.take('a')
  expect(waitS).toBe(2)
  now += waitS * 1000
  expect(passed()).toBe(1)
  for (let n = 0; n < 1000; n++) limiter.take(`name ${n}`)
  expect(passed()).toBe(5)
})

test('what is held for a while can be taken once, and not after that while', () => {
  let now = 0
  const held = new ExpiringMap<number>(() => now, 1000, 3)
  held.put('a', 1)
  expect([held.take('a'), held.take('a')]).toEqual([1, undefined])
  held.put('b', 2)
  now += 1000
  expect(held.take('b')).toBeUndefined()
  for (const name of ['c', 'd', 'e', 'f']) held.put(name, 3)
  expect([held.take('c'), held.take('f')]).toEqual([undefined, 3])
})
