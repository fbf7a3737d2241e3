// SPDX-License-Identifier: Apache-2.0
/**
 * DANE for SMTP (RFC 7672): does the certificate that a server showed agree with the TLSA records of its name? Pure code; whether the
 * records came with proof (DNSSEC) is the resolver's word.
 */
@NullMarked
package org.fumibako.mailauth.dane;

import org.jspecify.annotations.NullMarked;
