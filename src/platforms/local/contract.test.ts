import { platformContract } from "../../testing/contracts/platform.ts";
import { localPeer } from "../../testing/peers/local.ts";

platformContract("local", localPeer, { knowsKeys: true, isElsewhere: false, hasThreads: false });
