// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

/** What somebody is to the service. */
public enum Role {
    ANONYMOUS,
    /** Of a mail account. */
    OWNER,
    CUSTOMER,
    OPERATOR
}
