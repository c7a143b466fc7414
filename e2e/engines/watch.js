// The first script of pages that the engines are shown: what goes wrong, and what is saved, is read from outside later. The
// device asks for less motion and less data, as in the other end-to-end tests.
globalThis.seen = { errors: [], saved: [] };
const went = (error) => globalThis.seen.errors.push(String(error));
addEventListener('error', ({ message, error }) => went(error ?? message));
addEventListener('unhandledrejection', ({ reason }) => went(reason));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  went(`refused by ${violatedDirective}: ${blockedURI}`),
);
const { error } = console;
console.error = (...said) => {
  went(said.join(' '));
  error(...said);
};
const { createObjectURL } = URL;
URL.createObjectURL = (blob) => {
  globalThis.seen.saved.push(blob);
  return createObjectURL(blob);
};
const ask = matchMedia.bind(globalThis);
globalThis.matchMedia = (query) => ask(query === '(prefers-reduced-motion: reduce)' ? 'all' : query);
Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
