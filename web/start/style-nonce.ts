/**
 * Imported first. Ant Design marks its own style elements with the page's nonce, but some of its parts (the lock that
 * keeps a page from scrolling behind a dialog) make elements without it, which the content security policy refuses.
 */
export const pageNonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const create = document.createElement.bind(document);

Object.defineProperty(document, 'createElement', {
  configurable: true,
  value: (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options);
    if (pageNonce !== '' && element instanceof HTMLStyleElement) element.nonce = pageNonce;
    return element;
  },
});
