// SPDX-License-Identifier: Apache-2.0
/**
 * SMTP MTA Strict Transport Security (RFC 8461): the policy a domain publishes over HTTPS, and for how long it holds. Fetching is
 * a port; nothing here opens a socket.
 */
@NullMarked
package org.fumibako.mailauth.mtasts;

import org.jspecify.annotations.NullMarked;
