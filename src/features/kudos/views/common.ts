import type { Button, Span } from "../../../chat/view.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Person } from "../../people/index.ts";
import { showMine } from "../addresses.ts";
import { formWords } from "../messages/form.ts";

export const spanOf = ({ name, accounts }: Person): Span => ({ is: "person", name, accounts });

export const mineButton = (locale: Locale): Button => ({ label: formWords.mine(locale), action: showMine.to({}) });
