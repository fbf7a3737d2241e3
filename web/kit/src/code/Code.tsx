// SPDX-License-Identifier: Apache-2.0
import { QRCodeSVG } from 'qrcode.react';

/** A QR code, black on white in either scheme: phones expect it. */
export function Code({ value, label }: { value: string; label: string }) {
  return <QRCodeSVG value={value} size={160} level="M" title={label} role="img" aria-label={label} />;
}
