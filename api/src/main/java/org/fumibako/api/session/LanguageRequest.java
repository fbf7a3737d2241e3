// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import org.fumibako.api.endpoint.Language;

/** In which language somebody wants to be answered. */
record LanguageRequest(Language language) {}
