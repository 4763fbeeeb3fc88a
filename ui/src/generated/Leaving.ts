import type { PersonId } from "./PersonId";
import type { StaffId } from "./StaffId";
export type Leaving = { staff: Array<StaffId>, team: boolean, people: Array<PersonId>, };
