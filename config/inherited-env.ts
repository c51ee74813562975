/** This process's environment as it is handed on to a child process, with `additions` over it. */
export function inheritedEnv(additions: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...additions };
}
