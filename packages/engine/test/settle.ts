/** Lets promises that have been settled be heard of, however many stand behind each other. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
