import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"].filter(Boolean);
const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The Chromium of this machine: `CHROMIUM_PATH`, else the first that is installed; undefined when there is none. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM_PATH ?? "", ...places.flatMap((place) => names.map((name) => join(place, name))), mac].find(
    (path) => path !== "" && existsSync(path),
  );

/** Opens a real browser without a window. */
export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
