// SPDX-License-Identifier: Apache-2.0
/** The document that other programs are made from: {@code api/openapi.json}. */
@NullMarked
package org.fumibako.api.openapi;

import org.jspecify.annotations.NullMarked;
