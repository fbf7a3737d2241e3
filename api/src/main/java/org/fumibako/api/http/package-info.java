// SPDX-License-Identifier: Apache-2.0
/** The wire: Jetty, cookies, headers, pages, and the way of a request to its endpoint. */
@NullMarked
package org.fumibako.api.http;

import org.jspecify.annotations.NullMarked;
