import type { Brush } from './brush.ts';
import { onThemeChange, readTheme, type Theme } from './theme.ts';

/**
 * A canvas that fills its element, sharp on every screen, painted again after a change of size, theme or content: once, when all changes of the
 * moment have been made, and in the same frame as the page around it.
 */
export abstract class Surface extends HTMLElement {
  protected readonly canvas = document.createElement('canvas');
  #due = false;
  #theme: Theme | null = null;
  #stop: () => void = () => {};

  connectedCallback(): void {
    this.canvas.setAttribute('aria-hidden', 'true');
    if (!this.canvas.isConnected) this.append(this.canvas);
    // At once: in the next frame the old picture would be seen stretched.
    const sizes = new ResizeObserver(() => this.#paintAll());
    sizes.observe(this);
    const endTheme = onThemeChange(() => {
      this.#theme = null;
      this.invalidate();
    });
    this.#stop = () => {
      sizes.disconnect();
      endTheme();
    };
    this.invalidate();
  }

  disconnectedCallback(): void {
    this.#stop();
    this.#due = false;
  }

  /** Paints when the work at hand is done. */
  invalidate(): void {
    if (this.#due || !this.isConnected) return;
    this.#due = true;
    queueMicrotask(() => {
      if (!this.#due) return;
      this.#due = false;
      this.#paintAll();
    });
  }

  protected abstract paint(context: Brush, width: number, height: number, theme: Theme): void;

  #paintAll(): void {
    const { width, height } = this.surfaceSize();
    const context = this.canvas.getContext('2d');
    if (context === null || width <= 0 || height <= 0) return;
    const ratio = window.devicePixelRatio;
    const pixels = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
    if (this.canvas.width !== pixels.width) this.canvas.width = pixels.width;
    if (this.canvas.height !== pixels.height) this.canvas.height = pixels.height;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    this.#theme ??= readTheme(this);
    this.paint(context, width, height, this.#theme);
  }

  /** In CSS pixels. */
  protected surfaceSize(): { readonly width: number; readonly height: number } {
    return { width: this.clientWidth, height: this.clientHeight };
  }
}
