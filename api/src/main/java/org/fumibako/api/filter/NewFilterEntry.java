// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.filter;

/** A sender for one of the lists: an address or a domain, with * for any characters. */
record NewFilterEntry(String pattern) {}
