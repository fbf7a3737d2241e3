// SPDX-License-Identifier: Apache-2.0
/** {@code fumibako.toml}: the keys, their defaults, and what is wrong with a file, by line. */
@org.jspecify.annotations.NullMarked
package org.fumibako.app.config;
