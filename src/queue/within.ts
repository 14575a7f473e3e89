/** Waits for something, but at most so many milliseconds; what it comes to is not told. */
export async function within(ms: number, what: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([what, late]).finally(() => clearTimeout(timer));
}
