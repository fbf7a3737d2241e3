// SPDX-License-Identifier: Apache-2.0

/** The mark: a box tied with a cord. */
export function Brand({ size = 24 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <rect x="2.5" y="5" width="19" height="15" rx="2.5" />
      <path d="M2.5 11h4.2M17.3 11h4.2M12 11C10.3 7.8 7 7.8 7 10.2s3.3 2.8 5 .8zM12 11c1.7-3.2 5-3.2 5-.8s-3.3 2.8-5 .8zM12 11l-2.2 4.5M12 11l2.2 4.5" />
    </svg>
  );
}
