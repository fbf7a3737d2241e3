// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.contacts;

import java.util.List;

/** The most and latest written to first. */
public record CorrespondentList(List<Correspondent> people) {}
