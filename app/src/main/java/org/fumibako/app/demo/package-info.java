// SPDX-License-Identifier: Apache-2.0
/** The demo: a whole server on 127.0.0.1 with a customer, a domain, two accounts and some mail, and {@code demo.json}. */
@org.jspecify.annotations.NullMarked
package org.fumibako.app.demo;
