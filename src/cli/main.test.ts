import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { main } from './main.ts'

let out = ''
let complaints = ''
beforeEach(() => {
  out = ''
  complaints = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complaints += text
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

test('--help lists every command on stdout', async () => {
  expect(await main(['--help'])).toBe(0)
  expect(out).toMatch(/^Usage: bin\/heartwood COMMAND\n/)
  expect(out).toMatch(/^ {2}due DAY LENGTH +When something is due/m)
})

test('the 15th working day after 23 May 2022 is 15 June 2022', async () => {
  expect(await main(['due', '2022-05-23', '15 working days'])).toBe(0)
  expect(out).toMatch(/^2022-06-15 /)
  expect(complaints).toBe('')
})

test('what is not understood is said on stderr with a code of its own', async () => {
  expect(await main(['due', '2022-02-30', '15 working days'])).toBe(2)
  expect(await main(['tomorrow'])).toBe(2)
  expect(await main(['constructor'])).toBe(2)
  expect(out).toBe('')
  expect(complaints).toContain('“tomorrow” is not understood.')
})

test('roles prints SQL, with the name of the database quoted', async () => {
  expect(await main(['roles', 'odd "name"'])).toBe(0)
  expect(out).toContain('create database "odd ""name""" owner heartwood_owner')
})
