/** The two packages of the peer that come without types: as much of them as it uses. */
declare module 'express' {
  import type { RequestListener } from 'node:http'

  interface Request {
    readonly params: Readonly<Record<string, string>>
    readonly headers: Readonly<Record<string, string | undefined>>
  }
  interface Response {
    status(code: number): Response
    render(template: string, context: object): void
    send(text: string): void
  }
  interface Application extends RequestListener {
    get(path: string, handler: (request: Request, response: Response) => Promise<void>): void
    set(setting: string, value: unknown): void
  }
  export default function express(): Application
}

declare module 'nunjucks' {
  interface Environment {
    addFilter(name: string, filter: (value: never) => unknown): Environment
  }
  function configure(folders: readonly string[], options: object): Environment
  const nunjucks: { configure: typeof configure }
  export default nunjucks
}
