import { everyday } from '../../../core/pathway/everyday.ts'

const { options } = everyday.allocation.fields.role

/** `Lead practitioner`: as the allocation form has it. */
export const roleInWords = (role: string): string => options.find((one) => one.code === role)?.label ?? role
