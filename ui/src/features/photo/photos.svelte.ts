// Photographs of people on the screen, and a chosen or dropped file on its way to the core.
import type { PersonId, PhotoLook, PhotoView, StaffId } from "../../generated";
import { resource } from "../../state/resource.svelte";
import { session } from "../../state/session.svelte";

/** Whom a photograph shows. */
export interface Sitter {
  person: PersonId | null;
  staff: StaffId | null;
}

/** What the core reads at most, in bytes; a larger file is not even sent. */
const MOST = 30 * 1024 * 1024;

/** The photographs of these people by identity; to be called while a component starts. */
export function photosOf(people: () => readonly PersonId[], staff: () => readonly StaffId[] = () => []): { of: (id: PersonId | StaffId | null) => PhotoView | null } {
  const loaded = resource(["people", "staff"], async () => {
    const asked = { people: [...people()], staff: [...staff()] };
    const { photos } = asked.people.length + asked.staff.length > 0 ? await session.call("get_photos", asked) : { photos: [] };
    return new Map(photos.map((one) => [(one.person ?? one.staff) as string, one]));
  });
  return { of: (id) => (id === null ? null : (loaded.value?.get(id) ?? null)) };
}

/** The first file of a drop, if there is one. */
export function droppedFile(event: DragEvent): File | null {
  return event.dataTransfer?.files[0] ?? null;
}

/** Whether something dragged over holds files. */
export function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** Hands a file to the core to be looked at. */
export async function lookAt(file: File): Promise<PhotoLook> {
  if (file.size > MOST) throw { code: "intake-photo-too-big", params: { limit: String(MOST / 1024 / 1024) }, cause: null };
  return session.call("look_at_photo", { name: file.name, bytes: await base64(file) });
}

/** Who takes a picture dropped anywhere on the window: the person whose view is open. */
class PhotoDoor {
  #takers: ((file: File) => void)[] = [];

  /** Opens a door; answers how to close it. */
  open(take: (file: File) => void): () => void {
    this.#takers.push(take);
    return () => (this.#takers = this.#takers.filter((one) => one !== take));
  }

  /** Hands a picture in; `false`: nobody, or nobody alone, is open to take it. */
  take(file: File): boolean {
    const [one, ...more] = this.#takers;
    if (!one || more.length > 0) return false;
    one(file);
    return true;
  }
}

export const photoDoor = new PhotoDoor();

/** A file as base64. */
export function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject({ code: "intake-unreadable", params: {}, cause: null });
    reader.readAsDataURL(file);
  });
}
