import type { AccessFormat } from "./AccessFormat";
import type { PaperLang } from "./PaperLang";
import type { PersonId } from "./PersonId";
import type { RightsRequestId } from "./RightsRequestId";

export type WriteAccess = { person: PersonId, format: AccessFormat, lang: PaperLang, blackened: Array<string>, request: RightsRequestId | null, };
