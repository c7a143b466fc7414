let table: Uint32Array | null = null;

function tableOf(): Uint32Array {
  return (table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  }));
}

/** CRC-32 of what is added (RFC 1952), as gzip and ZIP files carry it. */
export function checksum(): { readonly add: (bytes: Uint8Array) => void; readonly value: () => number } {
  const known = tableOf();
  let register = 0xffffffff;
  return {
    add(bytes) {
      let value = register;
      for (let i = 0; i < bytes.length; i++) value = known[(value ^ bytes[i]!) & 255]! ^ (value >>> 8);
      register = value;
    },
    value: () => (register ^ 0xffffffff) >>> 0,
  };
}
