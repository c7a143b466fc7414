/** Pixels along one side, and in all, that every browser's canvas can hold. */
const longestSide = 16_384, mostPixels = 120e6;

/** An SVG file painted at so many pixels to one of its own. @throws Error in words where it becomes too large or cannot be painted. */
export async function pngOf({ text, width, height }: { text: string; width: number; height: number }, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  if (canvas.width > longestSide || canvas.height > longestSide || canvas.width * canvas.height > mostPixels) throw new Error(`${canvas.width} × ${canvas.height} pixels are more than a browser can paint; choose a smaller size or SVG.`);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot paint pictures; SVG works.');
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  } catch {
    throw new Error('This browser could not paint the figure; SVG works.');
  } finally {
    URL.revokeObjectURL(url);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture became too large for this browser; choose a smaller size or SVG.'))), 'image/png');
  });
}
