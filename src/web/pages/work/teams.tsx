/** Which team a list is about: the viewer’s own unless the address names another. */
import type { VNode } from 'preact'
import { answersForEveryTeam } from '../../../core/work/lists.ts'
import { Button, Select } from '../../components/index.ts'
import type { Request } from '../../server/page.ts'
import { numberOf, textOf } from './rows.tsx'

/**
 * The team in the address; `all`, and one that does not exist, is every team (null). Without one it is the viewer's own, or
 * every team for who answers for several.
 */
export function chosenTeam({ query, viewer, services }: Request): number | null {
  if (textOf(query.team) === 'all') return null
  const named = numberOf(query.team)
  if (named !== undefined) return services.directory.team(named)?.id ?? null
  return answersForEveryTeam(viewer.role) ? null : viewer.team
}

/** The teams as answers of a list, the viewer's own first. */
export function teamItems({ services, viewer }: Request) {
  const { teams } = services.directory
  const own = teams.filter((team) => team.id === viewer.team)
  const others = teams.filter((team) => team.id !== viewer.team)
  return [...own, ...others].map((team) => ({
    value: String(team.id),
    text: team.id === viewer.team ? `${team.name} (your team)` : team.name,
  }))
}

/** A form that asks for the same page about another team. */
export function chooseTeam(request: Request, action: string, team: number | null, { all = true } = {}): VNode {
  return (
    <form method="get" action={action} class="heartwood-choose">
      <Select
        name="team"
        label="Team"
        items={[...(all ? [{ value: 'all', text: 'Every team' }] : []), ...teamItems(request)]}
        value={team === null ? 'all' : String(team)}
      />
      <Button variant="secondary">Show this team</Button>
    </form>
  )
}
