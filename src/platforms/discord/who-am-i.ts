import { ApplicationFlags, type REST, Routes } from "discord.js";
import { z } from "zod";

const user = z.object({ id: z.string() });
const application = z.object({ flags: z.number().default(0) });

/** The bot's own user, asked for by one request; throws what Discord says of a token that it does not take. */
export const whoAmI = async (rest: REST): Promise<string> => user.parse(await rest.get(Routes.user())).id;

const readsContents = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

/** Whether the privileged Message Content intent is switched on for the application in the developer portal. */
export const mayReadContents = async (rest: REST): Promise<boolean> =>
  (application.parse(await rest.get(Routes.currentApplication())).flags & readsContents) !== 0;
