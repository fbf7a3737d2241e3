// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import org.fumibako.search.SearchIndex;
import org.fumibako.store.Volume;

/** What is stored, and what finds it. */
public record StoredMail(Volume volume, SearchIndex search) {}
