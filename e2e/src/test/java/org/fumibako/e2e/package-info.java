// SPDX-License-Identifier: Apache-2.0
/**
 * Black-box suites: they start the built distribution through its launcher and know nothing of our code. {@code server}
 * starts it, {@code clients} drives it with the mail programs that people use, {@code crash} kills it while mail arrives,
 * {@code wire} is the protocol client that the suites judge with, written from the standards and sharing nothing with the
 * product.
 *
 * <p>{@code -De2e.server=FILE} runs the clients against a server that is already running and described by a file like
 * {@code demo.json}: so the suite itself is proved against other mail servers.
 */
@NullMarked
package org.fumibako.e2e;

import org.jspecify.annotations.NullMarked;
