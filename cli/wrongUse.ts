/** A mistake in how a command was called, or in its input: told in one line, exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
