import type { Certificate } from "./Certificate";
import type { Changed } from "./Changed";

export type Erased = { changed: Changed, certificate: Certificate, };
