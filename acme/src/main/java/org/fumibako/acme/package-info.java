// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates that clients trust, from an authority that speaks ACME (RFC 8555).
 *
 * <p>{@link org.fumibako.acme.CertificateKeeper} decides which certificate is due and when to try again,
 * {@link org.fumibako.acme.AcmeIssuer} asks the authority for one, {@link org.fumibako.acme.CertificateFiles} keeps what came on disk
 * and hands it to the listeners, {@link org.fumibako.acme.PointingNames} finds the names that a certificate may have.
 *
 * <p><b>Threading.</b> The keeper has one thread, on which everything is ordered, one certificate after another; what it says of
 * certificates and proofs may be read from any.
 *
 * <p><b>On disk.</b> In a directory of its own, mode 0600 each: {@code account.pem}, the key of our account with the authority, and
 * {@code NAME.pem} with key and chain in one file, so that the two always belong together.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.acme;
