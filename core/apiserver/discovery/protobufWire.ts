import { utf8Bytes } from '../../base/utf8.ts';

/** Protobuf as a text of one character a byte. A field that holds a message, or bytes. */
export function message(field: number, bytes: string): string {
  return varint(field * 8 + 2) + varint(bytes.length) + bytes;
}

/** A field that holds a text: in UTF-8. */
export function textField(field: number, text: string): string {
  return message(field, utf8Bytes(text));
}

function varint(value: number): string {
  return value < 128 ? String.fromCharCode(value) : String.fromCharCode((value % 128) + 128) + varint(Math.floor(value / 128));
}
