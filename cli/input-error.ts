/** Bad input. The message is one line that names the field. */
export class InputError extends Error {
  override name = 'InputError';
}

/** A notice of the page without its last clause, which says what the page uses instead: here nothing is. */
export function withoutRemedy(message: string): string {
  return message.replace(/; [^;]*$/, '');
}
