import { defined } from '../../core/base/assert.ts';
import type { PictureFormat } from '../../core/protocol/panel.ts';
import { type Poster, paintPoster, posterWidth } from './painting/poster.ts';
import { createSvgBrush } from './painting/svgBrush.ts';
import { readTheme, type Theme } from './painting/theme.ts';

/** The poster as the bytes of a file, in the colours of the present theme. */
export async function exportPicture(poster: Poster, format: PictureFormat): Promise<Uint8Array> {
  const theme = readTheme(document.body);
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  // A first time into nothing, to learn how high it is.
  const height = Math.ceil(paintPoster(context, poster, theme));
  if (format === 'svg') return new TextEncoder().encode(svgOf(poster, context, height, theme));
  canvas.width = posterWidth * density;
  canvas.height = height * density;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = theme.background;
  context.fillRect(0, 0, posterWidth, height);
  paintPoster(context, poster, theme);
  return pngOf(canvas);
}

/** Sharp where the picture is looked at on a good screen. */
const density = 2;

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return defined(canvas.getContext('2d') ?? undefined, 'a browser has a canvas');
}

function svgOf(poster: Poster, measure: CanvasRenderingContext2D, height: number, theme: Theme): string {
  const brush = createSvgBrush(text => {
    measure.font = brush.font;
    return measure.measureText(text);
  });
  brush.fillStyle = theme.background;
  brush.fillRect(0, 0, posterWidth, height);
  paintPoster(brush, poster, theme);
  return brush.toSvg(posterWidth, height);
}

function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => {
      if (blob === null) reject(new Error('The picture is too large for an image.'));
      else blob.arrayBuffer().then(buffer => resolve(new Uint8Array(buffer)), reject);
    }, 'image/png'),
  );
}
