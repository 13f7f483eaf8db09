/** Figures and days of the law that several rules rest on. */
import { dayNumber } from '../../engine/days.ts'

/** Children and Young Persons Act 1933, section 50, as amended in 1963 and in force in that form since 1 February 1964. */
export const ageOfCriminalResponsibility = 10

/**
 * Providers of supported accommodation must be registered from this day: Supported Accommodation (England) Regulations
 * 2023 (SI 2023/416). It ended P2 as a placement, and gave H5 a URN.
 */
export const supportedAccommodationRegistered = dayNumber(2023, 10, 28)
