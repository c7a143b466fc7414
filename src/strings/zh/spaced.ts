/** A space ahead of a number or a Latin word, as between Chinese and Latin script; none ahead of a Chinese word. */
export const spaced = (text: string): string => (/^\p{Script=Han}/u.test(text) ? text : ` ${text}`);
