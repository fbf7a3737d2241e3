// SPDX-License-Identifier: Apache-2.0
/**
 * What an SMTP client writes and reads, as values: replies, extensions, and the octets of a message on the wire. It knows no
 * connection and no delivery.
 */
@NullMarked
package org.fumibako.smtp.client.wire;

import org.jspecify.annotations.NullMarked;
