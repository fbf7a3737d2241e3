// SPDX-License-Identifier: Apache-2.0
/**
 * Other programs that are asked about a message: {@link org.fumibako.filter.scan.Rspamd}, {@link org.fumibako.filter.scan.Spamd} and
 * {@link org.fumibako.filter.scan.Clamd}. {@link org.fumibako.filter.scan.Scanners} asks all at once, within one deadline; what fails is
 * told, never thrown, and is left alone for a while, so that a program that is down costs mail nothing.
 */
@NullMarked
package org.fumibako.filter.scan;

import org.jspecify.annotations.NullMarked;
