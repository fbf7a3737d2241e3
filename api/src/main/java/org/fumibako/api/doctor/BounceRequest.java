// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

/** An error mail, or its text, as it was pasted. */
record BounceRequest(String text) {}
