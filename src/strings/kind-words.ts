import type { DataFacts } from './facts';
import type { OneImageFacts } from './figure-facts';

/** What the page says of one kind of images and of no other. Empty where it never comes to it. */
export interface KindWords {
  /** What the images are. */
  images(facts: DataFacts): string;
  /** Said in the story of the digits, while these images are on the page. */
  instead: string;
  /** What a class is called. @param name of it, as the source has it. */
  called(name: string): string;
  /** What an image shows. @param name of its signal vector, or of its class. */
  shows(name: string): string;
  /** What is to be seen in one training image, and what is in the rest of it. */
  object(facts: OneImageFacts): string;
  rest(facts: OneImageFacts): string;
  /** Where the theory has no numbers for these images: no race, no limit, no prediction; in the table, at the map. */
  untold: { readonly race: string; readonly limit: string; readonly prediction: string; readonly dimension: string };
}
