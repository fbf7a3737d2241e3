// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sorting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Changes;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwards;
import org.fumibako.registry.Remembered;

/** {@link SortingRules} over the registry's tables. */
public final class RegistrySorting implements SortingRules {
    private final Changes changes;
    private final Forwards forwards;
    private final Remembered<AccountId, Sorting> remembered;

    /** @param forwards where targets of rules are kept */
    public RegistrySorting(Changes changes, Forwards forwards) {
        this.changes = changes;
        this.forwards = forwards;
        this.remembered = new Remembered<>(
                changes, account -> changes.read(connection -> SortingTable.of(connection, account.value())));
    }

    @Override
    public Sorting of(AccountId account) {
        return remembered.get(account);
    }

    @Override
    public Optional<Source> script(AccountId account, String name) {
        return changes.read(connection -> SortingTable.script(connection, account.value(), name));
    }

    @Override
    public Forwarding.Target target(AccountId account, EmailAddress address) {
        return forwards.targetOfRule(account, address);
    }

    @Override
    public boolean isSeen(AccountId account, String id) {
        return changes.read(connection -> SortingTable.isSeen(connection, account.value(), hash(id), changes.now()));
    }

    @Override
    public void remember(AccountId account, String id, Instant until) {
        changes.write(connection -> {
            SortingTable.remember(connection, account.value(), hash(id), until.toEpochMilli(), changes.now());
            return true;
        });
    }

    @Override
    public boolean claimReply(AccountId account, EmailAddress correspondent, String handle, Instant until) {
        SortingTable.Claim claim = new SortingTable.Claim(
                account.value(), correspondent.key(), handle.isEmpty() ? "" : hash(handle), until.toEpochMilli());
        return changes.write(connection -> SortingTable.claim(connection, claim, changes.now()));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
