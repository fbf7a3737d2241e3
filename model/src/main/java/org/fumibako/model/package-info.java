// SPDX-License-Identifier: Apache-2.0
/**
 * Value types that every floor shares. No I/O, no dependency but the JDK; everything here is immutable and thread-safe.
 *
 * <p>The words are fixed: an <em>account</em> is a mail account ({@code taro@example.jp}); a <em>mailbox</em> is a folder
 * in it; a <em>customer</em> is the contract holder; a <em>domain</em> belongs to one customer; the <em>host</em> is the
 * server's own name.
 */
@NullMarked
package org.fumibako.model;

import org.jspecify.annotations.NullMarked;
