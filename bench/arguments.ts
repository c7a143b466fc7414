/** @throws Error with one line of words where an argument is not known. */
export function readArguments<Name extends string>(
  given: readonly string[],
  names: readonly Name[],
): { quick: boolean; only: readonly Name[] } {
  let quick = false,
    only = names;
  for (let i = 0; i < given.length; i++) {
    const argument = given[i]!;
    if (argument === '--quick') quick = true;
    else if (argument === '--only') {
      const wanted = (given[++i] ?? '').split(',');
      const unknown = wanted.find((name) => !(names as readonly string[]).includes(name));
      if (unknown !== undefined)
        throw new Error(`--only: ${unknown || 'nothing'} is not a part; parts are ${names.join(', ')}.`);
      only = names.filter((name) => wanted.includes(name));
    } else throw new Error(`${argument}: not an argument; there are --quick and --only part,part.`);
  }
  return { quick, only };
}
