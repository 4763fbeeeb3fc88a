
export type ConsentScope = "photo_on_paper" | "diet_for_catering" | "host_background";
