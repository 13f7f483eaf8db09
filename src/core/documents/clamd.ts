/**
 * Asks a ClamAV daemon about a file (clamd's INSTREAM, `man clamd`): the bytes in pieces, each after its length in four
 * bytes, and a length of nought at the end; one line comes back.
 */
import { connect, type Socket } from 'node:net'

/** Where it listens: `HOST:PORT`, or the path of a socket. */
export type ScannerAddress = string

export type Scanned =
  | { readonly is: 'clean' }
  | { readonly is: 'found'; readonly signature: string }
  | { readonly is: 'not scanned'; readonly reason: string }

/** Set by whoever installs Heartwood and not on a page: it is an address that the server connects to. */
export const scannerAddress = (): ScannerAddress | undefined => process.env.HEARTWOOD_CLAMD || undefined

const pieceBytes = 64 * 1024
const answerBytesMax = 4096

export function scan(address: ScannerAddress, bytes: Uint8Array, patienceMs = 20_000): Promise<Scanned> {
  return new Promise((resolve) => {
    const socket = open(address)
    let answer = ''
    const settle = (scanned: Scanned): void => {
      socket.destroy()
      resolve(scanned)
    }
    socket.setTimeout(patienceMs, () => settle({ is: 'not scanned', reason: 'it did not answer in time' }))
    socket.on('error', ({ message }) => settle(answer === '' ? { is: 'not scanned', reason: message } : told(answer)))
    socket.on('data', (piece) => {
      answer += piece.toString('latin1')
      if (answer.includes('\0') || answer.length > answerBytesMax) settle(told(answer))
    })
    socket.on('close', () => settle(told(answer)))
    socket.write('zINSTREAM\0')
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes)
      socket.write(length(piece.length))
      socket.write(piece)
    }
    socket.write(length(0))
  })
}

function open(address: ScannerAddress): Socket {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(address) ?? []
  return host === undefined ? connect(address) : connect(Number(port), host)
}

function length(count: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(count)
  return bytes
}

/** `stream: OK`, `stream: NAME FOUND`, or what hindered it. */
function told(answer: string): Scanned {
  const line = answer.replace(/\0.*$/s, '').trim()
  const [, signature] = /^stream: (.+) FOUND$/.exec(line) ?? []
  if (signature !== undefined) return { is: 'found', signature }
  if (line === 'stream: OK') return { is: 'clean' }
  return { is: 'not scanned', reason: line || 'it hung up' }
}
