// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

/** A mechanism and what its match means; {@code term} is as the record has it. */
record Directive(Qualifier qualifier, Mechanism mechanism, String term) {}
