/** A step of an outline, at absolute places. */
export type Command =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** How many numbers a letter takes. */
const takes: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

/** The `d` of an SVG path as lines and cubic curves at absolute places, moved by (dx, dy). Smooth curves (S, T) are in no chart. */
export function parsePath(d: string, dx: number, dy: number): Command[] {
  const commands: Command[] = [];
  let x = 0,
    y = 0,
    startX = 0,
    startY = 0;
  const to = (kind: 'M' | 'L', nextX: number, nextY: number) => {
    commands.push([kind, nextX + dx, nextY + dy]);
    [x, y] = [nextX, nextY];
  };
  const curve = (x1: number, y1: number, x2: number, y2: number, nextX: number, nextY: number) => {
    commands.push(['C', x1 + dx, y1 + dy, x2 + dx, y2 + dy, nextX + dx, nextY + dy]);
    [x, y] = [nextX, nextY];
  };
  for (const [, letter, rest] of d.matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const kind = letter!.toUpperCase(),
      relative = letter !== kind;
    const count = takes[kind];
    if (count === undefined) throw new Error(`a path has the command ${letter}, which no chart draws with`);
    if (count === 0) {
      commands.push(['Z']);
      [x, y] = [startX, startY];
      continue;
    }
    const numbers = numbersOf(rest!, kind === 'A');
    for (let i = 0; i + count <= numbers.length; i += count) {
      const at = (j: number) => numbers[i + j]!;
      const atX = (j: number) => at(j) + (relative ? x : 0),
        atY = (j: number) => at(j) + (relative ? y : 0);
      if (kind === 'H') to('L', atX(0), y);
      else if (kind === 'V') to('L', x, atY(0));
      else if (kind === 'C') curve(atX(0), atY(1), atX(2), atY(3), atX(4), atY(5));
      else if (kind === 'Q') {
        const [qx, qy, endX, endY] = [atX(0), atY(1), atX(2), atY(3)];
        curve(
          x + (2 / 3) * (qx - x),
          y + (2 / 3) * (qy - y),
          endX + (2 / 3) * (qx - endX),
          endY + (2 / 3) * (qy - endY),
          endX,
          endY,
        );
      } else if (kind === 'A') arc(x, y, at(0), at(1), at(2), at(3) !== 0, at(4) !== 0, atX(5), atY(6), curve);
      else {
        // Further pairs after a move are lines.
        to(kind === 'M' && i === 0 ? 'M' : 'L', atX(0), atY(1));
        if (kind === 'M' && i === 0) [startX, startY] = [x, y];
      }
    }
  }
  return commands;
}

/** The same turned clockwise by so many degrees about a point. */
export function turned(commands: readonly Command[], degrees: number, x: number, y: number): Command[] {
  if (degrees === 0) return [...commands];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return mapped(commands, (u, v) => [x + cos * (u - x) - sin * (v - y), y + sin * (u - x) + cos * (v - y)]);
}

/** The same with every point moved. */
export function mapped(
  commands: readonly Command[],
  to: (x: number, y: number) => readonly [number, number],
): Command[] {
  return commands.map((command): Command => {
    if (command[0] === 'Z') return command;
    if (command[0] !== 'C') return [command[0], ...to(command[1], command[2])];
    const [, x1, y1, x2, y2, x, y] = command;
    return ['C', ...to(x1, y1), ...to(x2, y2), ...to(x, y)];
  });
}

/** An arc's two flags may stand without anything between them and what follows. */
function numbersOf(text: string, isArc: boolean): number[] {
  const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy,
    flag = /[01]/y;
  const found: number[] = [];
  for (let at = 0; at < text.length;) {
    if (/[\s,]/.test(text[at]!)) {
      at++;
      continue;
    }
    const pattern = isArc && [3, 4].includes(found.length % 7) ? flag : number;
    pattern.lastIndex = at;
    const [part] = pattern.exec(text) ?? [];
    if (part === undefined) throw new Error(`no number in a path at “${text.slice(at, at + 12)}”`);
    found.push(Number(part));
    at += part.length;
  }
  return found;
}

/** An elliptic arc as cubic curves, a quarter each at most. Source: SVG 2, appendix B.2.4. */
function arc(
  x1: number,
  y1: number,
  givenRx: number,
  givenRy: number,
  degrees: number,
  large: boolean,
  sweep: boolean,
  x2: number,
  y2: number,
  curve: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) => void,
): void {
  if (x1 === x2 && y1 === y2) return;
  let rx = Math.abs(givenRx),
    ry = Math.abs(givenRy);
  if (rx === 0 || ry === 0) return curve(x1, y1, x2, y2, x2, y2);
  const turn = (degrees * Math.PI) / 180,
    cos = Math.cos(turn),
    sin = Math.sin(turn);
  const halfX = (x1 - x2) / 2,
    halfY = (y1 - y2) / 2;
  const px = cos * halfX + sin * halfY,
    py = cos * halfY - sin * halfX;
  const beyond = Math.sqrt((px / rx) ** 2 + (py / ry) ** 2);
  if (beyond > 1) [rx, ry] = [rx * beyond, ry * beyond];
  const share = (px / rx) ** 2 + (py / ry) ** 2;
  const reach = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, (1 - share) / share));
  const qx = (reach * rx * py) / ry,
    qy = (-reach * ry * px) / rx;
  const centreX = cos * qx - sin * qy + (x1 + x2) / 2,
    centreY = sin * qx + cos * qy + (y1 + y2) / 2;
  const from = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let angle = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - from;
  if (sweep && angle < 0) angle += 2 * Math.PI;
  if (!sweep && angle > 0) angle -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9));
  const step = angle / parts,
    handle = (4 / 3) * Math.tan(step / 4);
  const place = (u: number, v: number): [number, number] => [
    centreX + cos * rx * u - sin * ry * v,
    centreY + sin * rx * u + cos * ry * v,
  ];
  for (let i = 0; i < parts; i++) {
    const a = from + i * step,
      b = a + step;
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    const end = i === parts - 1 ? ([x2, y2] as const) : place(cb, sb);
    curve(...place(ca - handle * sa, sa + handle * ca), ...place(cb + handle * sb, sb - handle * cb), ...end);
  }
}
