import { codeOf, type SlackApi } from "./api.ts";

/** The bot's own account and workspace. */
export type Self = { readonly team: string; readonly bot: string; readonly botId: string };

/** Asks Slack whose token this is; throws with how to mend it. */
export async function whoAmI(api: SlackApi): Promise<Self> {
  try {
    const { team_id: team, user_id: bot, bot_id: botId } = await api.call((client) => client.auth.test());
    if (team === undefined || bot === undefined) throw new Error("Slack did not say whose token this is");
    return { team, bot, botId: botId ?? "" };
  } catch (error) {
    throw new Error(
      `Slack did not accept SLACK_BOT_TOKEN (${codeOf(error)}). Install the app to the workspace again and copy the Bot User OAuth Token.`,
      { cause: error },
    );
  }
}
