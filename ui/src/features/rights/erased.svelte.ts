// The certificate of the last erasure. It outlives what it was made in: the person's panel and page are gone by then.
import type { Certificate } from "../../generated";

class Erased {
  #certificate = $state.raw<Certificate | null>(null);

  get certificate(): Certificate | null {
    return this.#certificate;
  }

  show(certificate: Certificate): void {
    this.#certificate = certificate;
  }

  close(): void {
    this.#certificate = null;
  }
}

export const erased = new Erased();
