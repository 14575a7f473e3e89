import { type REST, Routes } from "discord.js";
import { z } from "zod";

const user = z.object({ id: z.string() });

/** The bot's own user, asked for by one request; throws what Discord says of a token that it does not take. */
export const whoAmI = async (rest: REST): Promise<string> => user.parse(await rest.get(Routes.user())).id;
