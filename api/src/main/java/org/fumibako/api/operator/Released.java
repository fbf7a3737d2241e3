// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

/** @param recipients whose held mail went on, or was cancelled */
record Released(long recipients) {}
