import { address } from "../../chat/command.ts";
import { id } from "../../chat/param.ts";
import { periodParam } from "./period.ts";

/** Shows a person's score of a period in place of the pressed message. */
export const showScore = address("score.show", { person: id(), period: periodParam() });

/** Opens a person's score from a team's result. */
export const openPerson = address("score.open", { period: periodParam(), person: id() });

/** Opens another team's result. */
export const openTeam = address("score.team", { period: periodParam(), team: id() });
