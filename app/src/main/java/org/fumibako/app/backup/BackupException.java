// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

/** A backup or restore that was refused or failed; the message is for the operator, without a full stop. */
public final class BackupException extends Exception {
    private static final long serialVersionUID = 1L;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
