// SPDX-License-Identifier: Apache-2.0
/** The methods of emails, threads and search snippets (RFC 8621 §3 to §5). */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.email;
