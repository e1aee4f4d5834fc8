import type { Brush } from './brush.ts';

/** A brush that writes SVG. Texts are measured with a real canvas, or whatever else knows the fonts. */
export interface SvgBrush extends Brush {
  /** The whole document, so far. */
  readonly toSvg: (width: number, height: number) => string;
}

type Style = Pick<Brush, 'fillStyle' | 'strokeStyle' | 'globalAlpha' | 'lineWidth' | 'font' | 'textBaseline'>;

/** What `save` keeps, beside the style itself. */
interface Saved {
  readonly style: Style;
  readonly dash: readonly number[];
  readonly groups: number;
}

export function createSvgBrush(measureText: Brush['measureText']): SvgBrush {
  const parts: string[] = [];
  const stack: Saved[] = [];
  let path: string[] = [];
  let dash: readonly number[] = [];
  let groups = 0;
  let clips = 0;

  const filled = (shape: string): void => void parts.push(`<${shape} fill="${attribute(brush.fillStyle)}"${opacity(brush.globalAlpha)}/>`);
  const stroked = (shape: string): void => {
    const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
    const line = `stroke="${attribute(brush.strokeStyle)}" stroke-width="${number(brush.lineWidth)}"${dashes}`;
    parts.push(`<${shape} fill="none" ${line}${opacity(brush.globalAlpha)}/>`);
  };
  const group = (attributes: string): void => {
    parts.push(`<g ${attributes}>`);
    groups += 1;
  };
  const closeGroups = (down: number): void => {
    for (; groups > down; groups--) parts.push('</g>');
  };

  const brush: SvgBrush = {
    ...{ fillStyle: '#000000', strokeStyle: '#000000', globalAlpha: 1, lineWidth: 1, font: '10px sans-serif', textBaseline: 'alphabetic' },
    measureText,
    save: () => {
      const { fillStyle, strokeStyle, globalAlpha, lineWidth, font, textBaseline } = brush;
      stack.push({ style: { fillStyle, strokeStyle, globalAlpha, lineWidth, font, textBaseline }, dash, groups });
    },
    restore: () => {
      const saved = stack.pop();
      if (saved === undefined) return;
      closeGroups(saved.groups);
      Object.assign(brush, saved.style);
      dash = saved.dash;
    },
    translate: (x, y) => group(`transform="translate(${number(x)} ${number(y)})"`),
    clip: () => {
      clips += 1;
      parts.push(`<clipPath id="clip${clips}"><path d="${path.join('')}"/></clipPath>`);
      group(`clip-path="url(#clip${clips})"`);
    },
    beginPath: () => {
      path = [];
    },
    moveTo: (x, y) => void path.push(`M${number(x)} ${number(y)}`),
    lineTo: (x, y) => void path.push(`L${number(x)} ${number(y)}`),
    closePath: () => void path.push('Z'),
    rect: (...box) => void path.push(roundedRect(...box, 0)),
    roundRect: (x: number, y: number, width: number, height: number, radius?: unknown) =>
      void path.push(roundedRect(x, y, width, height, typeof radius === 'number' ? radius : 0)),
    arc: (x, y, radius) => void path.push(circle(x, y, radius)),
    fill: () => filled(`path d="${path.join('')}"`),
    stroke: () => stroked(`path d="${path.join('')}"`),
    fillRect: (...box) => filled(rectangle(...box)),
    strokeRect: (...box) => stroked(rectangle(...box)),
    fillText: (text, x, y) => {
      const baseline = brush.textBaseline === 'middle' ? ' dominant-baseline="central"' : '';
      const place = `x="${number(x)}" y="${number(y)}"${baseline}`;
      parts.push(`<text ${place} ${fontAttributes(brush.font)} fill="${attribute(brush.fillStyle)}"${opacity(brush.globalAlpha)}>`);
      parts.push(escaped(text), '</text>');
    },
    setLineDash: segments => {
      dash = [...segments];
    },
    toSvg: (width, height) => {
      const size = `width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}"`;
      return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join('')}${'</g>'.repeat(groups)}</svg>\n`;
    },
  };
  return brush;
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `rect x="${number(x)}" y="${number(y)}" width="${number(Math.max(0, width))}" height="${number(Math.max(0, height))}"`;
}

function roundedRect(x: number, y: number, width: number, height: number, radius: number): string {
  const [w, h, r] = [number(width - 2 * radius), number(height - 2 * radius), number(radius)];
  if (radius === 0) return `M${number(x)} ${number(y)}h${w}v${h}h${number(-width)}Z`;
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${number(dx * radius)} ${number(dy * radius)}`;
  return `M${number(x + radius)} ${number(y)}h${w}${corner(1, 1)}v${h}${corner(-1, 1)}h-${w}${corner(-1, -1)}v-${h}${corner(1, -1)}Z`;
}

function circle(x: number, y: number, radius: number): string {
  const r = number(radius);
  const across = number(2 * radius);
  return `M${number(x - radius)} ${number(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 -${across} 0Z`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function opacity(alpha: number): string {
  return alpha === 1 ? '' : ` opacity="${number(alpha)}"`;
}

/** A CSS font as the painters write it: `600 20px system-ui`. */
function fontAttributes(font: string): string {
  const [, weight, size, family] = /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(font) ?? [];
  const bold = weight === undefined ? '' : ` font-weight="${weight}"`;
  return `font-size="${size ?? 10}" font-family="${attribute(family ?? 'sans-serif')}"${bold}`;
}

function attribute(value: unknown): string {
  return escaped(String(value));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of a manifest is never markup; characters that no XML may hold become a question mark. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?')
    .replaceAll(/[&<>"]/g, (character: string) => entities[character] ?? character);
}
