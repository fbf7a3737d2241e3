// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.util.List;

/** All of whoever asks, oldest first. */
record TokenViews(List<TokenView> items, long total) {}
