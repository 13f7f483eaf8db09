/** Lists of children kept month by month are for those who answer for the figures. */
import type { Viewer } from '../../../../core/access/access.ts'

const analysts: readonly string[] = ['performance analyst', 'director of children’s services']

export const isAnalyst = ({ role }: Pick<Viewer, 'role'>): boolean => analysts.includes(role)
