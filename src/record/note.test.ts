/** The formats as the specifications show them, and what their strict readers must refuse. */
import { expect, test } from 'vitest'
import { base64, fromBase64, fromDecimal } from './base64.js'
import { checkpointText, parseCheckpoint } from './checkpoint.js'
import { isName, newSigningKey, openNote, signerFrom, verifierFrom } from './note.js'
import { parseReceipt, receiptText } from './proof.js'
import { sha256 } from './sha256.js'

/** From the documentation of golang.org/x/mod/sumdb/note. */
const GO_KEY = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const GO_VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const GO_NOTE = `${GO_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

test('Go’s own key signs Go’s own note, to the letter', () => {
  const signer = signerFrom(GO_KEY)!
  expect(signer.vkey).toBe(GO_VKEY)
  expect(signer.sign(GO_TEXT)).toBe(GO_NOTE)
  expect(openNote(GO_NOTE, verifierFrom(GO_VKEY)!)).toBe(GO_TEXT)
})

test('unknown signatures are passed over; a wrong one by the known key spoils the note', () => {
  const key = verifierFrom(GO_VKEY)!
  const other = signerFrom(newSigningKey('witness.example'))!.sign(GO_TEXT)
  const foreign = other.slice(other.indexOf('\n— ') + 1)
  expect(openNote(GO_NOTE + foreign, key)).toBe(GO_TEXT)
  expect(openNote(other, key)).toBeUndefined()
  expect(openNote(GO_NOTE.replace('answer', 'cause'), key)).toBeUndefined()
  expect(openNote(GO_NOTE.replace('x08go/ZJ', 'x08go/ZK'), key)).toBeUndefined()
  expect(openNote(GO_NOTE + GO_NOTE.split('\n').at(-2)!.replace('ZJkuB', 'ZJkuC') + '\n', key)).toBeUndefined()
  expect(openNote(GO_NOTE.slice(0, -1), key)).toBeUndefined()
  expect(openNote(GO_NOTE.replace('your', 'yo\tur'), key)).toBeUndefined()
  expect(openNote(GO_NOTE + foreign.repeat(40), key)).toBeUndefined()
})

test('every byte of a signed checkpoint counts', () => {
  const signer = signerFrom(newSigningKey('town.example/record'))!
  const key = verifierFrom(signer.vkey)!
  const note = signer.sign(checkpointText({ origin: signer.name, size: 7, root: sha256() }))
  expect(openNote(note, key)).toBeDefined()
  for (let at = 0; at < note.length; at++)
    expect(openNote(note.slice(0, at) + (note[at] === 'x' ? 'y' : 'x') + note.slice(at + 1), key)).toBeUndefined()
})

test.each([
  ['', undefined],
  ['0', 0],
  ['01', undefined],
  ['0x1f', undefined],
  ['+1', undefined],
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', undefined],
  ['99999999999999999999', undefined],
])('the size %j is %j', (written, size) => {
  expect(fromDecimal(written)).toBe(size)
})

test.each(['AA=', 'AB==', 'A A=', 'AA==\n', 'AA-_', '====', 'AAAAA'])('%j is not strict base64', (written) => {
  expect(fromBase64(written)).toBeUndefined()
})

test('a checkpoint has three lines and nothing else', () => {
  const root = base64(sha256())
  const good = `town.example/record\n7\n${root}\n`
  expect(parseCheckpoint(good)).toEqual({ origin: 'town.example/record', size: 7, root: sha256() })
  for (const bad of [
    `${good}more\n`,
    good.slice(0, -1),
    `\n7\n${root}\n`,
    good.replace('\n7\n', '\n07\n'),
    `${good}\n`,
  ])
    expect(parseCheckpoint(bad)).toBeUndefined()
})

test('keys of another kind, with another’s id or with room for more are refused', () => {
  for (const bad of [
    GO_VKEY.replace('c74f20a3', 'c74f20a4'),
    GO_VKEY.replace('+AR', '+AB'),
    `${GO_VKEY}A`,
    GO_VKEY.replace('Peter', 'Peter '),
    '',
  ])
    expect(verifierFrom(bad)).toBeUndefined()
  expect(signerFrom(GO_KEY.replace('c74f20a3', 'c74f20a4'))).toBeUndefined()
})

test.each([
  ['fairlane.example.se/record', true],
  ['https://fairlane.example.se', false],
  ['two words', false],
  ['a+b', false],
  ['', false],
])('the name %j may be: %s', (name, may) => {
  expect(isName(name)).toBe(may)
})

test('a receipt is read back as it was written, and nothing like it', () => {
  const receipt = { index: 7, proof: [sha256(), sha256(Uint8Array.of(1))], checkpoint: GO_NOTE }
  const written = receiptText(receipt)
  expect(written.startsWith('c2sp.org/tlog-proof@v1\nindex 7\n')).toBe(true)
  expect(parseReceipt(written)).toEqual(receipt)
  for (const bad of [
    written.replace('@v1', '@v2'),
    written.replace('index 7', 'index 07'),
    written.replace('index', 'at'),
  ])
    expect(parseReceipt(bad)).toBeUndefined()
})
