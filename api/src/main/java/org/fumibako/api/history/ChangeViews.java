// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.history;

import java.util.List;

/** A piece of the history, the newest first. */
record ChangeViews(List<ChangeView> items, long total) {}
