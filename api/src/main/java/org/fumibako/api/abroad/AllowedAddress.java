// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

/** An IP address that may be sent from whatever its country. */
record AllowedAddress(String address) {}
