// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

/** What is asked: the records of one type at a name. The class is always IN. */
public record Question(DnsName name, RecordType type) {}
