// SPDX-License-Identifier: Apache-2.0
/** A client for addresses that strangers wrote. */
@org.jspecify.annotations.NullMarked
package org.fumibako.webmail.url;
