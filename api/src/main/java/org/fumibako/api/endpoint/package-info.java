// SPDX-License-Identifier: Apache-2.0
/** What an endpoint is, who may use it, and how it refuses; nothing here knows HTTP's wire or a database. */
@NullMarked
package org.fumibako.api.endpoint;

import org.jspecify.annotations.NullMarked;
