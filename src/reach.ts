import type { Platform } from "./chat/platform.ts";

/** A platform that can be made to post without hearing anything, where that takes anything at all. */
type Reaching = Platform & { readonly connect?: () => Promise<void> };

/** Makes a platform ready to post for a process that does not listen; two that listened would answer twice. */
export const reach = async (platform: Reaching): Promise<void> => platform.connect?.();
