// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

/**
 * Accounts to be added from a table.
 *
 * @param csv with a heading that names its columns: address (or only what is before the @), password, and perhaps name and quota_mb
 * @param check whether to look only, and add nothing
 */
record ImportRequest(String csv, boolean check) {
    /** Not the passwords. */
    @Override
    public String toString() {
        return "a table of " + csv.length() + " characters";
    }
}
