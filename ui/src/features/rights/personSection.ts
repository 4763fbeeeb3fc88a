// The rights of a person as a section of the person page.
import { t } from "../../i18n/index.svelte";
import RightsSection from "./RightsSection.svelte";

export const personSection = { order: 90, label: () => t("rights-section"), component: RightsSection };
