// SPDX-License-Identifier: Apache-2.0
import { QRCodeSVG } from 'qrcode.react';

/** A QR code, black on white whatever the scheme: phones read it so. `label` says what it is to those who cannot see it. */
export function QrCode({ value, label, size = 168 }: { value: string; label: string; size?: number }) {
  return <QRCodeSVG value={value} size={size} title={label} role="img" bgColor="#ffffff" fgColor="#000000" />;
}
