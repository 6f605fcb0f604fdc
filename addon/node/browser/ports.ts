import { createServer } from 'node:net'

/** The highest number of a port. */
export const LAST_PORT = 65_535

/** Where a server is to listen. */
export interface Place { readonly host: string, readonly port: number }

/** The sentence for a place at which one can't listen; the error itself where it is of another kind. */
export function portProblem(error: NodeJS.ErrnoException, { host, port }: Place): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(`Port ${port} is taken by another program: stop that one, name another port with --port, or leave --port out.`)
    case 'EACCES':
      return new Error(`Port ${port} is not open to you, as few below 1024 are: name a higher one with --port, or leave --port out.`)
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Error(`"${host}" is no address of this machine: --bind takes one that is, such as 127.0.0.1.`)
    default:
      return error
  }
}

/** Listens for a moment. */
function tryPort({ host, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** A machine may lack the one or the other; a name that stands for both must be free at both. */
const LOOPBACK = ['127.0.0.1', '::1']

/** Listens for a moment at each address of a host. */
async function tryHost({ host, port }: Place): Promise<void> {
  if (host !== 'localhost')
    return tryPort({ host, port })
  for (const address of LOOPBACK) {
    await tryPort({ host: address, port }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT')
        throw error
    })
  }
}

/**
 * The first port from `port` on at which nothing listens yet.
 * @param host a name or an address of this machine
 * @param port the only one where `isFixed`
 * @param isFixed whether another port will not do
 * @throws with a sentence when there is none, or when one may not listen there
 */
export async function freePort(host: string, port: number, isFixed = false): Promise<number> {
  try {
    await tryHost({ host, port })
    return port
  }
  catch (error) {
    const problem = error as NodeJS.ErrnoException
    if (problem.code === 'EADDRINUSE' && !isFixed && port < LAST_PORT)
      return freePort(host, port + 1)
    throw portProblem(problem, { host, port })
  }
}
