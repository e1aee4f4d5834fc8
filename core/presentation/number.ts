/** A whole number with a comma between thousands: `5,000`. */
export function spokenCount(value: number): string {
  const digits = String(Math.abs(Math.trunc(value)));
  let text = '';
  for (let end = digits.length; end > 0; end -= 3) {
    const group = digits.slice(Math.max(0, end - 3), end);
    text = text === '' ? group : `${group},${text}`;
  }
  return value < 0 ? `−${text}` : text;
}
