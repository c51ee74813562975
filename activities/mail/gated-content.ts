import { Readable } from 'node:stream';

/** Somebody else has claimed the mail while it was on its way to the server; nothing of it has gone out. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

/**
 * The content as a stream that asks `mayGoOut` before it gives its first byte. The SMTP client reads it only when the server
 * has answered DATA, so this is the last moment at which the mail can still be held back; a stream that ends in an error
 * keeps the client from sending the final dot.
 */
export function gatedContent(content: Buffer, mayGoOut: () => Promise<boolean>): Readable {
  let isAsked = false;
  return new Readable({
    read() {
      if (isAsked) return;
      isAsked = true;
      mayGoOut().then(
        (may) => {
          if (!may) return void this.destroy(new ClaimLost('the claim of the mail is lost'));
          this.push(content);
          this.push(null);
        },
        (error: Error) => void this.destroy(error),
      );
    },
  });
}
